/** Whether the database refused the data themselves (SQLSTATE classes 22 and 23), rather than failed. */
export function isDataError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^2[23]/.test(cause.code)) return true;
  }
  return false;
}
