import { judgeSupport, type Support, type SupportJudgement } from '@lutai/law';
import { type SupportCase, supportStates } from './support-set.ts';

export interface Share {
  count: number;
  of: number;
  share: number;
}

export interface SupportReport {
  pairs: number;
  accuracy: number;
  /** Row: as labelled; column: as judged. */
  table: Record<Support, Record<Support, number>>;
  /** The two that matter most: a wrong answer let through, and a right one refused. */
  contradictedCalledSupported: Share;
  supportedCalledContradicted: Share;
  doubtfulCalledSupported: Share;
  /** Provisions and laws that the pairs cite. */
  provisions: number;
  laws: number;
  mistakes: (Pick<SupportCase, 'id' | 'claim' | 'citation' | 'support'> & { judged: Support; reasons: string[] })[];
}

export type SupportJudge = (input: { claim: string; provision: string }) => SupportJudgement;

/** Judges every case and counts. */
export function evaluateSupport(cases: readonly SupportCase[], judge: SupportJudge = judgeSupport): SupportReport {
  const judged = cases.map((one) => ({ ...one, ...prefixed(judge(one)) }));
  const count = (support: Support, as: Support) =>
    judged.filter((one) => one.support === support && one.judged === as).length;
  const row = (support: Support) => fromStates((as) => count(support, as));
  const share = (support: Support, as: Support): Share => {
    const of = judged.filter((one) => one.support === support).length;
    return { count: count(support, as), of, share: count(support, as) / Math.max(1, of) };
  };
  const right = judged.filter((one) => one.support === one.judged).length;
  return {
    pairs: cases.length,
    accuracy: right / Math.max(1, cases.length),
    table: fromStates(row),
    contradictedCalledSupported: share('contradicted', 'supported'),
    supportedCalledContradicted: share('supported', 'contradicted'),
    doubtfulCalledSupported: share('doubtful', 'supported'),
    provisions: new Set(cases.map(({ citation }) => citation)).size,
    laws: new Set(cases.map(({ citation }) => citation.replace(/第[^《》]*$/u, ''))).size,
    mistakes: judged.flatMap((one) =>
      one.support === one.judged
        ? []
        : [
            {
              id: one.id,
              claim: one.claim,
              citation: one.citation,
              support: one.support,
              judged: one.judged,
              reasons: one.reasons,
            },
          ],
    ),
  };
}

const prefixed = ({ support, reasons }: SupportJudgement) => ({ judged: support, reasons });

function fromStates<Value>(of: (state: Support) => Value): Record<Support, Value> {
  const [supported, doubtful, contradicted, none] = supportStates;
  return {
    [supported]: of(supported),
    [doubtful]: of(doubtful),
    [contradicted]: of(contradicted),
    [none]: of(none),
  };
}
