import { plainWords } from '@lutai/law';

const shingle = 14;

/**
 * Finds in a written sentence what must not leave the house: the marks of the fence, and passages of the instructions
 * (any 14 characters in a row, punctuation left out).
 */
export function createLeakFinder(secrets: readonly string[]): (text: string) => string | null {
  const known = new Set<string>();
  for (const secret of secrets) {
    const { words } = plainWords(secret);
    for (let at = 0; at + shingle <= words.length; at += 1) known.add(words.slice(at, at + shingle));
  }
  return (text) => {
    if (/[⟦⟧]/u.test(text)) return '带出了材料的边界记号';
    const { words } = plainWords(text);
    for (let at = 0; at + shingle <= words.length; at += 1) {
      if (known.has(words.slice(at, at + shingle))) return '带出了系统说明里的话';
    }
    return null;
  };
}
