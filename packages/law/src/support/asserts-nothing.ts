const CITATION =
  /《(?:[^《》\n]|《[^《》\n]*》){1,120}》(?:[（(][^（）()\n]{0,40}[）)])?(?:\s*第[一二三四五六七八九十百千零〇两\d]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十\d]+款)?(?:第?[（(]?[一二三四五六七八九十\d]+[）)]?项)?[、和及]?)*/gu;
const LEAD_IN = /^(?:根据|按照|依照|依据|按|据|参照)?〔〕(?:的)?(?:明确|相关|有关)?(?:的?规定|的?要求)?[，,：:]/u;
const POINTER =
  /参见|参照|参考|详见|见|请看|看(?:一)?(?:下|看)|附|依据|根据|适用|涉及|引自|为准|对照|核对|查阅|查询|留意|注意|有关|相关|来规定|规定在|的规定|用到|法条是|法律依据|结合|违反|提到|下面说|主要是|请|(?:就是|即)$/u;
const ASSERTS =
  /应当|应该|必须|可以(?!自己|对照|参照|参考|查|看|比照)|不得|不能|有权|无权|承担|不用|无需|不予|赔偿|无效|有效|(?<!依据|法条|主要|涉及的条文|适用的|您提到的|答复的依据)(?<!是否)是(?!〔〕|我们|否|不是)|(?<!主)要(?!用到|结合|看)|[\d一二三四五六七八九十两]+(?:年|天|日|个月|倍|元|%|周岁|岁|小时)/u;

/** Characters beside the citation that a sentence can have and still only point: 「关于离婚的条件，请看」. */
const LONGEST_POINTER = 14;

/** The sentence without its citations, and without the 「根据《…》第…条的规定，」 that leads in. */
export function withoutCitations(sentence: string): string {
  const marked = sentence.trim().replace(CITATION, '〔〕');
  return marked
    .replace(LEAD_IN, '')
    .replace(/^〔〕(?:明确)?规定[，,：:]?/u, '')
    .replaceAll('〔〕', '')
    .trim();
}

/** Whether a sentence only points to a provision (「参见《…》第十条。」, 「法律依据：…」) or asks, and asserts nothing. */
export function assertsNothing(sentence: string): boolean {
  const marked = sentence.trim().replace(CITATION, '〔〕');
  const rest = withoutCitations(sentence).replace(/[\s\p{P}\p{S}]/gu, '');
  if (rest === '') return true;
  if (/[？?]$|吗[。！]?$/u.test(marked.trim())) return true;
  if (!marked.includes('〔〕') && !/第[一二三四五六七八九十百千零\d]+条/u.test(marked)) return false;
  if (LEAD_IN.test(marked)) return rest.length < 4;
  return rest.length <= LONGEST_POINTER && POINTER.test(marked) && !ASSERTS.test(marked);
}
