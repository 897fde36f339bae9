export * from './accounts.ts';
export * from './law.ts';
export * from './matters.ts';
