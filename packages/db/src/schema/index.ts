export * from './accounts.ts';
export * from './checks.ts';
export * from './documents.ts';
export * from './law.ts';
export * from './matters.ts';
