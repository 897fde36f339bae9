/** Words of the profession for which there are everyday ones, or which need explaining to whoever did not study law. */
const legalese = `之日起 应予 予以 不予 依照 上述 前述 前款 视为 准用 届满 给付 孳息 对价 标的额 标的物
  主张权利 抗辩 举证责任 请求权 撤销权 代位权 追偿权 连带责任 按份 善意 恶意 过失相抵 除斥期间 意思表示 构成要件
  不当得利 无因管理 缔约过失 表见代理 相对人 被申请人 出卖人 买受人 出租人 承租人`.split(/\s+/u);
// Longest first: of two words that begin alike, the whole one is counted.
const legalesePattern = new RegExp(legalese.sort((a, b) => b.length - a.length).join('|'), 'gu');

/** Lengths are in characters without white space, of the answer's own words. */
export interface OwnWords {
  characters: number;
  sentences: number;
  /** Characters that belong to a word of the list. */
  legalese: number;
}

/**
 * What an answer says in words of its own: without headings, lines that consist of a citation alone, quotations (`>` lines, “…”
 * and 「…」) and citations (《…》 with the articles after it), since neither the law's words nor its names can be made plainer.
 * A sentence ends with 。！？；, with a line, or not at all.
 */
export function ownWords(text: string): OwnWords {
  const lines = text.split('\n').flatMap((line) => {
    if (/^\s*(?:#|>)/u.test(line)) return [];
    return [line.replace(/^\s*(?:[-*]|\d+\.)\s+/u, '')];
  });
  const own = lines
    .join('\n')
    .replace(/“[^”]*”|「[^」]*」/gu, '')
    .replace(
      /《(?:[^《》]|《[^《》]*》)*》(?:第[〇零一二三四五六七八九十百千\d]+(?:条|款|项)(?:之[一二三四五六七八九十]+)?(?:第（[^）]*）项)?)*/gu,
      '',
    )
    .replace(/（[、，；和及\s]*）|\*\*/gu, '');
  const sentences = own
    .split(/[。！？；\n]/u)
    .map((sentence) => sentence.replace(/\s/gu, ''))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const count = (parts: readonly string[]) => parts.reduce((sum, part) => sum + [...part].length, 0);
  return {
    characters: count(sentences),
    sentences: sentences.length,
    legalese: count(sentences.flatMap((sentence) => sentence.match(legalesePattern) ?? [])),
  };
}
