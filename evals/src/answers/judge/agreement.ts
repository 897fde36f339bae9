import { round } from '../../scoring/figures.ts';

/** Whether a text says a point, by the patterns of the case and by the model; `quote` is what the model gave for it. */
export interface JudgedPoint {
  id: string;
  point: string;
  code: boolean;
  judge: boolean;
  quote: string;
}

export interface Agreement {
  /** Points judged. */
  points: number;
  /** Share of them that the text says, by each. */
  saidByCode: number;
  saidByJudge: number;
  /** Share of points of which both say the same. */
  agreement: number;
  /** Cohen's kappa, −1…1: agreement beyond what the two shares alone would give; null where these leave nothing to agree on. */
  kappa: number | null;
  disagreements: JudgedPoint[];
}

export interface JudgeReport extends Agreement {
  model: string;
  promptVersion: string;
  /** Answers that were to be judged, and how many were not, by reason. */
  answers: number;
  failures: Record<string, number>;
  inputTokens: number;
  outputTokens: number;
}

export function agreementOf(judged: readonly JudgedPoint[]): Agreement {
  const share = (isSo: (one: JudgedPoint) => boolean) => judged.filter(isSo).length / Math.max(judged.length, 1);
  const byCode = share(({ code }) => code);
  const byJudge = share(({ judge }) => judge);
  const agreement = share(({ code, judge }) => code === judge);
  const byChance = byCode * byJudge + (1 - byCode) * (1 - byJudge);
  return {
    points: judged.length,
    saidByCode: round(byCode),
    saidByJudge: round(byJudge),
    agreement: round(agreement),
    kappa: judged.length === 0 || byChance === 1 ? null : round((agreement - byChance) / (1 - byChance)),
    disagreements: judged.filter(({ code, judge }) => code !== judge),
  };
}
