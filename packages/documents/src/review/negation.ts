const FORBIDS = /不得|不能|不可|禁止|严禁|无权|不应|不允许|并非|不会|杜绝|避免|防止|不构成|不以/u;
/** 「甲方不得以任何理由，」 goes on behind its comma. */
const REACHES = /(?:不得|不能|禁止|严禁|无权|不应)[^，。；]{0,24}$/u;
const HAS_NEGATION = /不得|不能|不可|禁止|严禁|无权|不应|不允许/u;

/**
 * Whether the words that a pattern found are forbidden by the sentence: 「不得随时收回」, 「甲方无权扣留押金」. A negation
 * inside the found words counts unless the pattern itself asks for one.
 */
export function isNegated(sentence: string, start: number, found: string, pattern: string): boolean {
  const clause =
    sentence
      .slice(Math.max(0, start - 40), start)
      .split(/[，、；：]/u)
      .at(-1) ?? '';
  if (REACHES.test(clause)) return true;
  const word = FORBIDS.exec(found)?.[0];
  return word !== undefined && !HAS_NEGATION.test(pattern) && !pattern.includes(word);
}
