export * from './draft.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './facts-date.ts';
export * from './law.ts';
export * from './matter.ts';
export * from './review.ts';
export * from './words.ts';
