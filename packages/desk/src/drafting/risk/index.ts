export { assessRisk, type RiskInput } from './assess-risk.ts';
export type { AnsweredText } from './find-conflict.ts';
