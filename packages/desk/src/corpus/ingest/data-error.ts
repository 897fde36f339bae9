/** Whether the database refused the data themselves (SQLSTATE 22: values, 23: constraints, 54: size), rather than failed. */
export function isDataError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^(?:22|23|54)/.test(cause.code)) return true;
  }
  return false;
}
