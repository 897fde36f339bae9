export interface BookTitle {
  /** Offset of 《. */
  start: number;
  /** Offset after 》. */
  end: number;
  name: string;
}

/** Outermost 《…》 spans of a text, at most 200 characters long, in one pass. 〈〉 inside are left alone. */
export function bookTitles(text: string): BookTitle[] {
  const found: BookTitle[] = [];
  let depth = 0;
  let start = -1;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '《') {
      // A span that grew too long was never closed; the next 《 begins afresh.
      if (depth === 0 || index - start > 200) {
        start = index;
        depth = 0;
      }
      depth += 1;
    } else if (character === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0 && index - start <= 202) {
        found.push({ start, end: index + 1, name: text.slice(start + 1, index).replace(/\s+/g, '') });
      }
    }
  }
  return found;
}

const LAW_WORDS =
  /(?:法|法典|条例|规定|办法|解释|解答|细则|规则|规程|准则|决定|通则|总则|纪要|批复|意见|通知|命令|宪法|修正案|公约|标准|暂行办法|制度解释)(?:（[^（）]{1,12}）|\([^()]{1,12}\)|[一二三四五六七八九十]){0,2}$/u;
const CONTRACT_WORDS =
  /(?:合同|合同书|协议|协议书|章程|规约|公约书|承诺书|保证书|欠条|借条|收条|约定|手册|备忘录|声明|遗嘱|声明书|细则表|通知书|意见书|决定书)(?:（[^（）]{1,12}）)?$/u;

/** A name that, standing alone, claims to be a law: 《通知》 or 《某某标准》 does not. */
const ALONE =
  /(?:法|法典|条例|司法解释|若干规定|暂行规定|的规定|的解释|实施办法|实施细则)(?:（[^（）]{1,12}）)?$|^(?:中华人民共和国|最高人民法院|最高人民检察院|国务院).*(?:规定|办法|解释|细则|决定|通知|批复|意见)(?:（[^（）]{1,12}）)?$/u;
export const claimsToBeLaw = (name: string) => name.length >= 3 && ALONE.test(name) && !CONTRACT_WORDS.test(name);

export const isLawName = (name: string) => name.length >= 2 && LAW_WORDS.test(name) && !CONTRACT_WORDS.test(name);
export const isContractName = (name: string) => CONTRACT_WORDS.test(name);
