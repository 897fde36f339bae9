export * from './audit/index.ts';
export * from './corpus/index.ts';
export * from './desk-error.ts';
export * from './drafting/index.ts';
export * from './jobs/index.ts';
export * from './matters/index.ts';
export * from './privacy/index.ts';
export * from './reviews/index.ts';
