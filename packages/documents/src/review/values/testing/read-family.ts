import { join } from 'node:path';
import type { ContractFinding } from '../../contract-finding.ts';
import { loadChecklists } from '../../load-checklists.ts';
import { reviewContract } from '../../review-contract.ts';

/** One kind of contradiction or excess in many wordings. */
export interface ValueFamily {
  kind: string;
  type: 'lease' | 'loan' | 'employment' | 'sale' | 'service';
  /** Clauses that stand before the wording; a wording may bring more of its own, separated by line breaks. */
  given?: string[];
  /** One of these checks must see each of `found`; `harmless` must be without them and without any contradiction. */
  checks: string[];
  found: string[];
  harmless: string[];
}

const heads: Record<ValueFamily['type'], string> = {
  lease: '房屋租赁合同\n出租人（甲方）：海州市恒达物业有限公司\n承租人（乙方）：李晓梅',
  loan: '借款合同\n出借人（甲方）：赵强\n借款人（乙方）：钱伟',
  employment: '劳动合同\n甲方（用人单位）：江州宏业机械制造厂\n乙方（劳动者）：郑勇',
  sale: '买卖合同\n卖方（甲方）：东州市精工机械有限公司\n买方（乙方）：蒋涛',
  service: '服务合同\n委托方（甲方）：唐婷\n服务方（乙方）：中州市洁净服务有限公司',
};
const checklists = await loadChecklists(join(import.meta.dirname, '../../../../../../corpus/checklists'));
const NUMBERS = '一二三四五六七八九十';

export function contractWith(type: ValueFamily['type'], clauses: readonly string[]): string {
  const numbered = clauses.map((clause, index) => `${NUMBERS[index]}、${clause}`);
  return `${heads[type]}\n${numbered.join('\n')}\n甲方（签字）：        乙方（签字）：\n`;
}

/** What is found at a place in a contract of the given clauses and the wording. */
export function findingsOf({ type, given = [] }: ValueFamily, wording: string): ContractFinding[] {
  const text = contractWith(type, [...given, ...wording.split('\n')]);
  const { findings } = reviewContract(text, { checklists, today: '2026-11-23', oneYearLpr: 0.03, type });
  return findings.filter(({ quote }) => quote !== null);
}
