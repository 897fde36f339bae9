export type PgVectorProblem =
  | 'extension-missing'
  | 'extension-forbidden'
  | 'extension-old'
  | 'table-differs'
  | 'other-model'
  | 'dimensions'
  | 'document';

/** What stands between this program and the vectors in PostgreSQL; the message says what to do about it. */
export class PgVectorError extends Error {
  override readonly name = 'PgVectorError';
  readonly problem: PgVectorProblem;
  constructor(problem: PgVectorProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
