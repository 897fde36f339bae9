import { createHash } from 'node:crypto';
import type { ReviewFinding } from '@lutai/contracts';
import type { AcceptedFinding, CheckText, DocumentWorks, ProposedReview } from '@lutai/desk';
import {
  type Annotation,
  type Checklist,
  type ContractFinding,
  type ContractReview,
  type ContractType,
  contractTypes,
  maxReviewLength,
  type Role,
  rolesOf,
} from '@lutai/documents';
import { type ContractTasks, contractTasks } from './contract-thread/contract-tasks.ts';

const typeNames: Record<ContractType, string> = {
  lease: '租赁合同',
  loan: '借款合同',
  employment: '劳动合同',
  sale: '买卖合同',
  service: '服务合同',
  other: '其他合同',
};
const sideNames: Record<Role, string> = {
  landlord: '出租人',
  tenant: '承租人',
  lender: '出借人',
  borrower: '借款人',
  guarantor: '保证人',
  employer: '用人单位',
  employee: '劳动者',
  seller: '出卖人',
  buyer: '买受人',
  client: '委托人',
  provider: '服务方',
};

export type ReviewDeps = {
  checklists: readonly Checklist[];
  /** As `loadLearntTerms` takes it; null for none. */
  termsFolder: string | null;
  checkText: CheckText;
  tasks?: ContractTasks;
};

/** What is proposed to say of a contract, and whom it names as its parties. Of a very long one only the beginning is read. */
export async function proposeReview(
  { checklists, termsFolder, checkText, tasks = contractTasks }: ReviewDeps,
  text: string,
  { asOf, type, side }: { asOf: string; type?: string | undefined; side?: string | undefined },
): Promise<ProposedReview & Pick<ContractReview, 'parties'>> {
  const checked = await checkText(text.slice(0, maxReviewLength), asOf);
  const chosen = contractTypes.find((id) => id === type);
  const role = Object.values(rolesOf)
    .flat()
    .find((one) => one === side);
  const found = await tasks.review(text, checked, {
    ...{ checklists, termsFolder, today: asOf },
    ...(chosen ? { type: chosen } : {}),
    ...(role ? { side: role } : {}),
  });
  return {
    ...{ type: found.type, typeReason: `${typeNames[found.type]}。${found.typeReason}`, side: role ?? null },
    ...{ parties: found.parties, notes: notesOf(found), findings: withKeys(found.findings) },
  };
}

/** Reviewing contracts and writing what was found into them. */
export function contractWorks(
  deps: ReviewDeps & { aigcProducer: string },
): Pick<DocumentWorks, 'contractTypes' | 'review' | 'annotate'> {
  const { tasks = contractTasks } = deps;
  return {
    contractTypes: () =>
      contractTypes.map((id) => ({
        ...{ id, name: typeNames[id] },
        sides: rolesOf[id].map((role) => ({ id: role, name: sideNames[role] })),
      })),
    async review(text, options) {
      const { parties: _, ...review } = await proposeReview(deps, text, options);
      return review;
    },
    async annotate({ name, bytes, format }, text, findings, { author, at: date }) {
      const notes = findings.map((finding) => noteOf(finding, text));
      const by = { author, date, madeByAi: { producer: deps.aigcProducer } };
      const { docx, unplaced } =
        format === 'docx'
          ? await tasks.annotateDocx(bytes, notes, by)
          : await tasks.annotateText(withoutMarks(text), notes, { ...by, title: name });
      return { bytes: docx, unplaced: unplaced.map(({ index, message }) => ({ index, message })) };
    },
  };
}

const notesOf = ({ readTo, asks }: ContractReview): string[] => [
  ...(readTo === null ? [] : [`合同很长，只审查了前 ${readTo} 个字符。`]),
  ...(asks.includes('oneYearLpr')
    ? ['利率是否超过一年期贷款市场报价利率的四倍，要按合同成立时的报价核对；这里没有核对。']
    : []),
];

/** The same finding in the same words has the same key each time the contract is reviewed. */
function withKeys(findings: readonly ContractFinding[]): Omit<ReviewFinding, 'decision'>[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { checkId, kind, risk, title, clause, quote, why, citations } = finding;
    const { action, text: words } = finding.suggestion;
    const same = createHash('sha256')
      .update(JSON.stringify([checkId, quote?.text]))
      .digest('hex')
      .slice(0, 24);
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    return {
      key: nth === 1 ? same : `${same}-${nth}`,
      ...{ kind, risk, title, clause: labelOf(clause) },
      ...{ quote: quote?.text ?? null, start: quote?.start ?? null, end: quote?.end ?? null },
      // Advice is no wording that could be put in: the agent may write it.
      why: action === 'advise' ? `${why.replace(/[。；]?$/u, '。')}建议：${words}` : why,
      provisions: citations,
      suggestion: action === 'advise' ? { action: 'replace' as const, text: '' } : { action, text: words },
    };
  });
}

const labelOf = (clause: ContractFinding['clause']): string | null =>
  clause === null ? null : [clause.number, clause.title].filter(Boolean).join(' ') || null;

function noteOf({ title, why, provisions, quote, start, suggestion }: AcceptedFinding, text: string): Annotation {
  const unnamed = provisions.filter((provision) => !why.includes(provision));
  const comment = `${title}：${why}${unnamed.length > 0 ? `（${unnamed.join('、')}）` : ''}`;
  const at = quote === null ? null : { text: quote, occurrence: occurrenceOf(text, quote, start ?? 0) };
  const change = changeOf(suggestion, at !== null);
  return { quote: at, comment, ...(change ? { change } : {}) };
}

/** Wording that is left to the agent is no change, only a comment. */
function changeOf({ action, text }: AcceptedFinding['suggestion'], hasQuote: boolean): Annotation['change'] {
  if (action === 'delete') return hasQuote ? { action: 'delete' } : undefined;
  if (text === '') return undefined;
  if (action === 'replace' && hasQuote) return { action: 'replace', text };
  return { action: 'insert-after', text: hasQuote ? `\n${text}` : text };
}

function occurrenceOf(text: string, quote: string, start: number): number {
  let count = 1;
  for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + quote.length)) count++;
  return count;
}

/** Marks of headings that reading put in are no words of the contract. */
const withoutMarks = (text: string): string => text.replace(/^#{1,6} /gmu, '');
