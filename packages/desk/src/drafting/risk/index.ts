export { assessRisk, type RiskInput, withDeadlines } from './assess-risk.ts';
export type { AnsweredText } from './find-conflict.ts';
