import { normaliseTitle } from '../titles.ts';

/**
 * Interpretations that the Supreme People's Court repealed from 1 January 2021 (法释〔2020〕16号); the decision is no part
 * of any text of theirs, and no later text of the same title exists. Only what is certain is listed.
 */
const REPEALED_2021 = [
  '最高人民法院关于适用《婚姻法》若干问题的解释（一）',
  '最高人民法院关于适用《婚姻法》若干问题的解释（二）',
  '最高人民法院关于适用《婚姻法》若干问题的解释（二）的补充规定',
  '最高人民法院关于适用《婚姻法》若干问题的解释（三）',
  '最高人民法院关于适用《担保法》若干问题的解释',
  '最高人民法院关于适用《合同法》若干问题的解释（一）',
  '最高人民法院关于适用《合同法》若干问题的解释（二）',
  '最高人民法院关于适用《物权法》若干问题的解释（一）',
  '最高人民法院关于适用《民法总则》诉讼时效制度若干问题的解释',
  '最高人民法院关于审理劳动争议案件适用法律若干问题的解释',
  '最高人民法院关于审理劳动争议案件适用法律若干问题的解释（二）',
  '最高人民法院关于审理劳动争议案件适用法律若干问题的解释（三）',
  '最高人民法院关于审理劳动争议案件适用法律若干问题的解释（四）',
  '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释',
  '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（二）',
  '最高人民法院关于审理名誉权案件若干问题的解答',
  '最高人民法院关于审理名誉权案件若干问题的解释',
  '最高人民法院关于审理涉及夫妻债务纠纷案件适用法律有关问题的解释',
];

const ends = new Map(REPEALED_2021.map((title) => [normaliseTitle(title), '2021-01-01']));

/** First day on which a law of that title no longer applies, where it is known from outside its text. */
export const knownEnd = (titleKey: string): string | null => ends.get(titleKey) ?? null;
