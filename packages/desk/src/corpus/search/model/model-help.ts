import type { RecordedCall } from '@lutai/model';

/** What a language model can do for a search, in the order in which it is asked. */
export const modelStages = ['rewrite', 'hyde', 'rerank'] as const;
export type ModelStage = (typeof modelStages)[number];

/** `off`: not asked, because it is switched off or there was nothing to search or to order. */
export type ModelStageState = 'used' | 'failed' | 'off';

/** What the model did for one search. A stage that failed has left the ranking as it would be without it. */
export type ModelHelp = Record<ModelStage, ModelStageState> & {
  /** Why each stage that failed did, in words for the agent. */
  why: Partial<Record<ModelStage, string>>;
  /** Every call that was made for it; an answer that was kept makes none. */
  calls: RecordedCall[];
};

export const noModelHelp = (): ModelHelp => ({ rewrite: 'off', hyde: 'off', rerank: 'off', why: {}, calls: [] });
