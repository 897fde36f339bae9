/** What can be read; the composition root passes the readers of `@lutai/documents`. Errors carry a reason in Chinese. */
export type ReadDocument = (bytes: Uint8Array, about: { name: string }) => Promise<{ text: string }>;

/** One file to be read. `shown` is how the caller named it, `file` how it is recorded: its folder and its name. */
export type CorpusFile = { shown: string; file: string; size: number; read: () => Promise<Uint8Array> };

export type SkippedFile = { file: string; reason: string };

const parts = (file: string) => file.split('/').filter((part) => part !== '');

/**
 * Whether two recorded names mean one file, so that the newer replaces the older: same name, and same folder where both
 * have one (a file that was uploaded has none).
 */
export function isSameFile(one: string, other: string): boolean {
  const [name, folder] = parts(one).toReversed();
  const [otherName, otherFolder] = parts(other).toReversed();
  return name === otherName && (folder === undefined || otherFolder === undefined || folder === otherFolder);
}
