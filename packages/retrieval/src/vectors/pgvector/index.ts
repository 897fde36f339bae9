export { type DayFilter, openPgVectorStore, PgVectorStore, type PgVectorStoreOptions } from './pg-vector-store.ts';
export { PgVectorError, type PgVectorProblem } from './pgvector-error.ts';
export { type SqlRunner, type Statement, sqlOverPglite, sqlOverPostgres } from './sql-runner.ts';
