/** What the server takes in one upload. */
export const uploadLimits = { files: 50, fileBytes: 20 * 1024 * 1024, allBytes: 200 * 1024 * 1024 };

export type SelectionIssue = { code: 'too-many' } | { code: 'too-large'; names: string[] } | { code: 'too-much' };

/** Why a selection of files cannot be sent as it is; null when it can. Known before anything is sent. */
export function checkSelection(files: readonly { name: string; size: number }[]): SelectionIssue | null {
  if (files.length > uploadLimits.files) return { code: 'too-many' };
  const large = files.filter(({ size }) => size > uploadLimits.fileBytes).map(({ name }) => name);
  if (large.length > 0) return { code: 'too-large', names: large };
  const all = files.reduce((sum, { size }) => sum + size, 0);
  return all > uploadLimits.allBytes ? { code: 'too-much' } : null;
}

/** 「1.4 MB」 */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}
