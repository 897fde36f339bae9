import type { Citation, CitationState } from '@lutai/contracts';
import { alignCitations, type FoundSpan, sameProvision, verdictOf } from './align-citations.ts';
import type { LabelledCitation, LabelledText } from './citation-set.ts';

/** Shares (0…1) that a run must reach, and must not pass. */
export const requiredRight = 0.99;
export const allowedFalseAlarms = 0.01;

export interface CheckedText {
  labelled: LabelledText;
  citations: readonly Citation[];
}

/** `wrong-provision`: the right state of another provision; `missed`: nothing was found there. */
export type Failure = 'state' | 'wrong-provision' | 'missed';

export interface WrongCitation {
  text: string;
  asOf: string;
  raw: string;
  failure: Failure;
  expected: CitationState;
  found: CitationState | null;
  target: string | null;
  resolved: string | null;
  /** Why it is labelled so, and what the checker says. */
  why: string;
  said: string;
}

export interface ExtraCitation {
  text: string;
  raw: string;
  state: CitationState;
  said: string;
}

export interface CitationReport {
  texts: number;
  labels: number;
  right: number;
  rightShare: number;
  /** Labels that are `ok`, and those of them that the checker called anything else. */
  good: number;
  falseAlarms: number;
  falseAlarmShare: number;
  wrongProvisions: number;
  missed: number;
  /** Labelled state → found state (or `missed`) → number. */
  confusion: Partial<Record<CitationState, Partial<Record<CitationState | 'missed', number>>>>;
  /** Found and not labelled: all, and those that are not `ok`. */
  extra: number;
  extraNotOk: ExtraCitation[];
  wrong: WrongCitation[];
  passed: boolean;
}

const namesProvision: readonly CitationState[] = ['ok', 'misquoted'];

/** A citation is right when it has the labelled state and, if it is `ok` or `misquoted`, is the labelled provision's. */
export function scoreCitations(checked: readonly CheckedText[]): CitationReport {
  const confusion: CitationReport['confusion'] = {};
  const wrong: WrongCitation[] = [];
  const extraNotOk: ExtraCitation[] = [];
  const count = { labels: 0, good: 0, falseAlarms: 0, extra: 0 };
  for (const { labelled, citations } of checked) {
    const { pairs, extra } = alignCitations(labelled.citations, citations);
    for (const { label, found } of pairs) {
      const verdict = (found && verdictOf(label, found)) ?? null;
      const row = confusion[label.state] ?? {};
      const column = verdict?.state ?? 'missed';
      row[column] = (row[column] ?? 0) + 1;
      confusion[label.state] = row;
      count.labels += 1;
      if (label.state === 'ok') {
        count.good += 1;
        if (verdict && verdict.state !== 'ok') count.falseAlarms += 1;
      }
      const failure = failureOf(label, found, verdict);
      if (failure === null) continue;
      wrong.push({
        text: labelled.id,
        asOf: labelled.asOf,
        raw: label.raw,
        failure,
        expected: label.state,
        found: verdict?.state ?? null,
        target: label.target,
        resolved: verdict?.resolved?.citation ?? null,
        why: label.note,
        said: verdict?.note ?? '',
      });
    }
    for (const { raw, state, note } of extra.flatMap((span) => span.citations)) {
      count.extra += 1;
      if (state !== 'ok') extraNotOk.push({ text: labelled.id, raw, state, said: note });
    }
  }
  const right = count.labels - wrong.length;
  const rightShare = share(right, count.labels);
  const falseAlarmShare = share(count.falseAlarms, count.good);
  const failures = (kind: Failure) => wrong.filter(({ failure }) => failure === kind).length;
  return {
    texts: checked.length,
    right,
    rightShare,
    falseAlarmShare,
    ...count,
    wrongProvisions: failures('wrong-provision'),
    missed: failures('missed'),
    confusion,
    extraNotOk,
    wrong,
    passed: rightShare >= requiredRight && falseAlarmShare <= allowedFalseAlarms,
  };
}

function failureOf(label: LabelledCitation, found: FoundSpan | null, verdict: Citation | null): Failure | null {
  if (found === null || verdict === null) return 'missed';
  if (verdict.state !== label.state) return 'state';
  if (label.target === null || verdict.resolved === null || !namesProvision.includes(label.state)) return null;
  const isThere = found.citations.some(({ resolved }) => sameProvision(resolved?.citation, label.target));
  return isThere ? null : 'wrong-provision';
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
