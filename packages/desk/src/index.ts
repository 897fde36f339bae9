export * from './desk-error.ts';
export * from './drafting/index.ts';
