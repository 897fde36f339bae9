import { DocumentError } from '../document-error.ts';

export interface Decoded {
  text: string;
  /** Null where the encoding is certain. */
  notice: string | null;
}

const common = /[的第条规定人民法院应当可以或者不得和在有为之甲乙方同合約條規應當個會這來對國]/g;
const guesses = [
  ['gb18030', 'GBK（GB 18030）'],
  ['big5', 'Big5（繁体）'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
] as const;

/** By the byte-order mark, else UTF-8, else the encoding whose reading is Chinese with the words it cannot do without. */
export function decodeSentText(bytes: Uint8Array): Decoded {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const certain = strict(bytes, marked ?? 'utf-8');
  if (certain !== null && !certain.includes('\0')) return { text: certain, notice: null };
  if (marked) throw new DocumentError('binary', '文件标为 UTF-16，但内容不是有效的文字');
  const readings = guesses.flatMap(([encoding, name]) => {
    const text = strict(bytes, encoding);
    return text === null || text.includes('\0') ? [] : [{ text, name, score: score(text) }];
  });
  const best = readings.toSorted((one, other) => other.score - one.score)[0];
  if (best && best.score > 0.05)
    return { text: best.text, notice: `文字按 ${best.name} 编码读取，如有乱码请另存为 UTF-8 后再上传` };
  if (bytes.includes(0)) throw new DocumentError('binary', '文件是二进制内容，不是文本或支持的文档');
  throw new DocumentError('not-utf8', '认不出文字的编码（不是 UTF-8、UTF-16、GBK 或 Big5），请另存为 UTF-8 后再上传');
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The share of common words among all characters beyond ASCII. */
function score(text: string): number {
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return foreign === 0 ? 0 : (text.match(common)?.length ?? 0) / foreign;
}
