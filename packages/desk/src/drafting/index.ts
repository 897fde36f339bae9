export * from './answer-text.ts';
export * from './area-schema.ts';
export * from './areas.ts';
export * from './draft-answer.ts';
export * from './drafter.ts';
export * from './extractive-drafter.ts';
export * from './model-drafter.ts';
export * from './triage-question.ts';
