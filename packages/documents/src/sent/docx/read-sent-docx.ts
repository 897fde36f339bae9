import { DocumentError } from '../../document-error.ts';
import { countLists } from '../count-lists.ts';
import { quote, type Reading, sendText } from '../sent-file.ts';
import { readLists } from './numbering.ts';
import { openPackage } from './open-package.ts';
import { readStyles } from './styles.ts';
import { nothingSeen, type Seen, walkBody } from './walk-body.ts';
import { attribute, elements, type XmlElement } from './xml.ts';

const maxNotes = 5000;

/**
 * The body of a Word file as printed, without headers and footers: numbers counted, tracked changes accepted, notes at
 * their place. Throws `DocumentError` for macros, remote templates, bombs and what is no Word file.
 */
export function readSentDocx(bytes: Uint8Array): Reading {
  const opened = openPackage(bytes);
  const seen = nothingSeen();
  const styles = readStyles(opened.part('styles'));
  const numbering = countLists(readLists(opened.part('numbering')));
  const notes = { footnote: byId(opened.part('footnotes')), endnote: byId(opened.part('endnotes')) };
  const counts = { footnote: 0, endnote: 0 };
  const note = (kind: 'footnote' | 'endnote', id: string): string => {
    const element = notes[kind].get(id);
    notes[kind].delete(id);
    if (!element || ++counts[kind] > maxNotes) return '';
    const text = walkBody(element, { styles, numbering: countLists(new Map()), note: () => '', seen })
      .join(' ')
      .trim();
    return `〔${kind === 'footnote' ? '脚注' : '尾注'}${counts[kind]}：${text}〕`;
  };
  const paragraphs = walkBody(opened.body, { styles, numbering, note, seen });
  if (paragraphs.every((text) => text.trim() === '')) {
    const why = seen.pictures > 0 ? 'Word 文档里只有图片（多半是扫描件），没有可读的文字' : 'Word 文档里没有文字';
    throw new DocumentError('no-text', `${why}；${sendText}`);
  }
  if (opened.names.some((name) => /^word\/(?:embeddings|activeX)\/./i.test(name))) seen.objects ||= 1;
  return { paragraphs, notices: [...opened.notices, ...noticesOf(seen)] };
}

const byId = (root: XmlElement | null) =>
  new Map(elements(root ?? undefined).map((one) => [attribute(one, 'id') ?? '', one]));

function noticesOf(seen: Seen): string[] {
  const notices: string[] = [];
  if (seen.inserted + seen.deleted > 0) {
    notices.push(`文件带有修订（新增 ${seen.inserted} 处、删除 ${seen.deleted} 处），按接受全部修订后的文字读取`);
  }
  if (seen.comments > 0) notices.push(`文件有 ${seen.comments} 条批注，没有读入`);
  for (const [why, texts] of seen.unseen) {
    notices.push(`文件有${why}文字 ${texts.length} 处，没有读入：${texts.slice(0, 3).map(quote).join('、')}`);
  }
  if (seen.pictures > 0) notices.push(`文件有 ${seen.pictures} 张图片，图片里的文字没有读入`);
  if (seen.objects > 0) notices.push('文件里嵌有其他对象（如表格、附件），没有打开，里面的内容没有读入');
  if (seen.chunks > 0) notices.push(`文件里嵌有 ${seen.chunks} 个子文件，里面的内容没有读入`);
  if (seen.contents > 0) notices.push('目录没有读入');
  return notices;
}
