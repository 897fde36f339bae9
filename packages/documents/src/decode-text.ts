import { DocumentError } from './document-error.ts';

/** Text of a file by its byte-order mark, else strictly as UTF-8; GBK is recognised so that the reason can name it. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new DocumentError('empty', '文件是空的');
  if (text.includes('\0')) throw new DocumentError('binary', '文件是二进制内容，不是文本');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le', '不是有效的 UTF-16 文本');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be', '不是有效的 UTF-16 文本');
  if (bytes.includes(0)) throw new DocumentError('binary', '文件是二进制内容，不是文本');
  return decodeAs(
    bytes,
    'utf-8',
    looksLikeGbk(bytes) ? '不是 UTF-8，疑似 GBK 编码，请转换后再导入' : '不是 UTF-8 文本',
  );
}

function decodeAs(bytes: Uint8Array, encoding: string, reason: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DocumentError('not-utf8', reason, { cause });
  }
}

const commonWords = /[的第条规定人民法院应当可以或者不得和在有为之]/g;

/** Decodes without a fault as GB 18030 and is then mostly Chinese with the words that Chinese cannot do without. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    const sample = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const chinese = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    const common = sample.match(commonWords)?.length ?? 0;
    return chinese > 0 && common / chinese > 0.03;
  } catch {
    return false;
  }
}
