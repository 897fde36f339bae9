import { DocumentError } from '../../document-error.ts';
import { quote, type Reading, saveAsDocx, sendText } from '../sent-file.ts';
import { openCompoundFile } from './compound-file.ts';
import { characterStretches, type Streams, type Stretch } from './formatting.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { type Piece, readCharacters, readPieces } from './piece-table.ts';

/**
 * The text of a Word 97–2003 file ([MS-DOC]): main text with its numbers and notes in place, text boxes behind it, tracked
 * changes accepted; headers, footers and comments left out. Throws `DocumentError` for macros, encryption, older and broken files.
 */
export function readSentDoc(bytes: Uint8Array): Reading {
  const container = openCompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  refuseOthers(container.names);
  const document = container.stream('WordDocument');
  if (!document || document.length < 0x1aa)
    throw new DocumentError('corrupt', '旧版 Word 文档已损坏（缺少正文），无法读取');
  const version = document.readUInt16LE(2);
  if (document.readUInt16LE(0) !== 0xa5ec || version < 0xc1) {
    throw new DocumentError('unsupported', `这是 Word 6.0/95 或更早的格式，读不了；${saveAsDocx}`);
  }
  const flags = document.readUInt16LE(0x0a);
  if (flags & 0x0100) throw new DocumentError('encrypted', '旧版 Word 文档已加密，请解除密码后再上传');
  const table = container.stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw new DocumentError('corrupt', '旧版 Word 文档已损坏（缺少文字表），无法读取');
  return assemble(document, table, container.names);
}

function refuseOthers(names: readonly string[]): void {
  if (names.includes('EncryptedPackage')) throw new DocumentError('encrypted', 'Word 文档已加密，请解除密码后再上传');
  const macro = names.find((name) => /^(?:Macros|VBA|_VBA_PROJECT(?:_CUR)?)$/i.test(name));
  if (macro && names.includes('WordDocument')) {
    throw new DocumentError('hostile', `旧版 Word 文档带有宏（${macro}），已拒绝；${saveAsDocx}（.docx 不含宏）`);
  }
  if (names.includes('WordDocument')) return;
  const other =
    names.includes('Workbook') || names.includes('Book')
      ? 'Excel 表格'
      : names.includes('PowerPoint Document')
        ? 'PowerPoint 演示文稿'
        : names.some((name) => name.startsWith('__substg'))
          ? 'Outlook 邮件'
          : null;
  if (other) throw new DocumentError('unsupported', `这是旧版 ${other}，不是 Word 文档；${sendText}`);
  throw new DocumentError('corrupt', '文件不是 Word 文档，或已损坏');
}

function assemble(document: Buffer, table: Buffer, names: readonly string[]): Reading {
  const left = new Map<Stretch['why'], string[]>();
  const pieces = readPieces(document, table);
  const characters = readCharacters(document, pieces, {
    stretches: characterStretches({ document, table }),
    language: document.readUInt16LE(6),
    left: (why, text) => {
      if (/[^\s\p{Cc}]/u.test(text))
        left.set(why, [...(left.get(why) ?? []).slice(0, 999), text.replace(/\s+/g, ' ').trim()]);
    },
  });
  const hasAllNumbers = numbered(characters, pieces, { document, table });
  let at = 0;
  // In the order of the text: body, footnotes, headers, macros, comments, endnotes, text boxes.
  const [body = '', footnotes = '', , , comments = '', endnotes = '', boxes = ''] = [
    0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64,
  ].map((field) => {
    const from = at;
    at += document.readUInt32LE(field);
    return characters.slice(from, at).join('');
  });
  const notes = [...notesOf(footnotes, '脚注'), ...notesOf(endnotes, '尾注')];
  let next = 0;
  const withNotes = withoutFields(body).replaceAll('\u0002', () => notes[next++] ?? '');
  const shown = plain(withNotes);
  const inBoxes = plain(withoutFields(boxes));
  const paragraphs = [...shown, ...inBoxes];
  const pictures = body.split('\u0001').length + body.split('\b').length - 2;
  if (paragraphs.every((text) => text.trim() === '')) {
    throw new DocumentError(
      'no-text',
      `Word 文档里${pictures > 0 ? '只有图片（多半是扫描件），' : ''}没有文字；${sendText}`,
    );
  }
  const notices = noticesOf(left);
  if (comments.trim() !== '') notices.push('文件有批注，没有读入');
  if (inBoxes.some((text) => text.trim() !== '')) notices.push('文本框里的文字放在文末');
  if (pictures > 0) notices.push(`文件有 ${pictures} 张图片，图片里的文字没有读入`);
  if (names.includes('ObjectPool')) notices.push('文件里嵌有其他对象（如表格、附件），没有打开，里面的内容没有读入');
  if (!hasAllNumbers) notices.push(`文件的自动编号有一部分读不到，条号可能缺失；${saveAsDocx}`);
  return { paragraphs, notices };
}

/** A broken table of lists must not keep the words from being read. */
function numbered(characters: string[], pieces: readonly Piece[], streams: Streams): boolean {
  try {
    return !numberParagraphs(characters, streams.document.readUInt32LE(0x4c), pieces, streams).isIncomplete;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

const notesOf = (text: string, kind: string) =>
  text
    .split('\u0002')
    .slice(1)
    .map((note, index) => `〔${kind}${index + 1}：${note.replace(/\s+/g, ' ').trim()}〕`);

/** Fields show what stands between their separator and their end. */
function withoutFields(text: string): string {
  let shown = '';
  const hidden: boolean[] = [];
  let depth = 0;
  for (const one of text) {
    if (one === '\u0013') {
      hidden.push(true);
      depth += 1;
    } else if (one === '\u0014' && hidden.length > 0) depth -= Number(hidden.splice(-1, 1, false)[0]);
    else if (one === '\u0015') depth -= Number(hidden.pop() ?? false);
    else if (depth === 0) shown += one;
  }
  return shown;
}

/** Marks of cells become ` | `, marks of rows, paragraphs, lines, pages and columns end a line. */
const plain = (text: string) =>
  text
    .replaceAll('\u0007\u0007', '\r')
    .replaceAll('\u0007', ' | ')
    .replaceAll('\u001e', '-')
    .replaceAll('\u000b', '\r')
    .replaceAll('\u000c', '\r')
    .replaceAll('\u000e', '\r')
    .split('\r')
    .map((line) => line.replace(/(?: \| )+$/, ''));

function noticesOf(left: ReadonlyMap<Stretch['why'], string[]>): string[] {
  const notices: string[] = [];
  const [added, deleted] = [left.get('新增')?.length ?? 0, left.get('删除')?.length ?? 0];
  if (added + deleted > 0)
    notices.push(`文件带有修订（新增 ${added} 处、删除 ${deleted} 处），按接受全部修订后的文字读取`);
  for (const why of ['隐藏', '白色', '极小'] as const) {
    const texts = left.get(why);
    if (texts)
      notices.push(`文件有${why}文字 ${texts.length} 处，没有读入：${texts.slice(0, 3).map(quote).join('、')}`);
  }
  return notices;
}
