import type { Deadline, Risk, RiskLevel, RiskReason, Route, Support } from '@lutai/contracts';
import { daysBetween } from '@lutai/law';
import { type AnsweredText, findConflict } from './find-conflict.ts';
import { spokenRisks } from './spoken-risks.ts';

export type RiskInput = {
  route: Route;
  /** Why the route was taken, in Chinese; it becomes the reason for danger and harm. */
  routeBecause: string;
  /** The client's messages, oldest first. */
  said: string[];
  /** Sums that the client spoke of, in yuan. */
  sums: number[];
  deadlines: Deadline[];
  /** `YYYY-MM-DD`. */
  today: string;
  /** Of the claims that stand in the text. */
  supports: Support[];
  /** How many of the model's claims were dropped because nothing bore them out. */
  dropped: number;
  /** Whether an answered case is near enough to lean on. */
  nearCase: boolean;
  /** Whether the conclusion was left to the agent. */
  conclusionLeft: boolean;
  /** This draft, and what the same client was answered before. */
  draft: AnsweredText;
  earlier: AnsweredText[];
};

const limits = {
  sums: { medium: 200_000, high: 1_000_000 },
  days: { medium: 30, high: 7 },
  /** Share of the claims that are doubtful. */
  doubtful: { medium: 0.3, high: 0.6 },
} as const;

/** How much depends on this draft being right, each reason in Chinese for the agent, the gravest first. */
export function assessRisk(input: RiskInput): Risk {
  return graded([
    ...routeRisks(input),
    ...spokenRisks(input.said),
    ...sumRisks(input.sums),
    ...deadlineRisks(input),
    ...(input.route === 'answer' || input.route === 'danger' ? supportRisks(input) : []),
    ...conflictRisks(input),
  ]);
}

/** The same risk after deadlines were counted anew. */
export function withDeadlines(risk: Risk, counted: Pick<RiskInput, 'deadlines' | 'today'>): Risk {
  return graded([...risk.reasons.filter(({ kind }) => kind !== 'near-deadline'), ...deadlineRisks(counted)]);
}

function graded(reasons: readonly RiskReason[]): Risk {
  const rank = { high: 0, medium: 1, low: 2 };
  const sorted = [...reasons].sort((left, right) => rank[left.level] - rank[right.level]);
  return { level: sorted[0]?.level ?? 'low', reasons: sorted };
}

function routeRisks({ route, routeBecause }: RiskInput): RiskReason[] {
  if (route === 'danger') return [{ kind: 'danger', level: 'high', why: `${routeBecause}，先核对求助电话和安全提示` }];
  if (route === 'harm') return [{ kind: 'harm', level: 'high', why: `${routeBecause}，答复只能婉拒并指出合法途径` }];
  return [];
}

function sumRisks(sums: number[]): RiskReason[] {
  const largest = Math.max(0, ...sums);
  const level = levelOf(largest, limits.sums);
  return level === null ? [] : [{ kind: 'large-sum', level, why: `涉及金额约${inWan(largest)}万元` }];
}

function deadlineRisks({ deadlines, today }: Pick<RiskInput, 'deadlines' | 'today'>): RiskReason[] {
  const coming = deadlines
    .flatMap(({ name, date }) => (date === null ? [] : [{ name, date, days: daysBetween(today, date) }]))
    .filter(({ days }) => days >= 0 && days <= limits.days.medium)
    .sort((left, right) => left.days - right.days)[0];
  if (coming === undefined) return [];
  const level = coming.days <= limits.days.high ? 'high' : 'medium';
  const left = coming.days === 0 ? '就在今天届满' : `还剩${coming.days}天`;
  return [{ kind: 'near-deadline', level, why: `“${coming.name}”的期限到${coming.date}为止，${left}` }];
}

function supportRisks({ supports, dropped, nearCase, conclusionLeft }: RiskInput): RiskReason[] {
  const reasons: RiskReason[] = [];
  const add = (level: RiskLevel, why: string) => void reasons.push({ kind: 'low-support', level, why });
  const contradicted = supports.filter((support) => support === 'contradicted').length;
  if (contradicted > 0) add('high', `有${contradicted}处论断与所引条文相反`);
  const doubtful = supports.filter((support) => support === 'doubtful').length;
  const share = levelOf(supports.length === 0 ? 0 : doubtful / supports.length, limits.doubtful);
  if (share !== null) add(share, `${supports.length}处论断中有${doubtful}处条文支持不足`);
  if (dropped > 0) add('medium', `模型写的论断有${dropped}处得不到条文支持，已删去，答复可能不完整`);
  if (conclusionLeft) add('medium', '没有足够的依据得出结论，结论留给客服填写');
  if (!nearCase) add('low', '没有可以参照的相近案例');
  return reasons;
}

function conflictRisks({ draft, earlier }: RiskInput): RiskReason[] {
  const why = earlier.map((answered) => findConflict(draft, answered)).find((found) => found !== null);
  return why === undefined ? [] : [{ kind: 'conflict', level: 'high', why }];
}

const levelOf = (value: number, { medium, high }: { medium: number; high: number }): 'medium' | 'high' | null =>
  value >= high ? 'high' : value >= medium ? 'medium' : null;

const inWan = (yuan: number): string => String(Math.round(yuan / 1000) / 10);
