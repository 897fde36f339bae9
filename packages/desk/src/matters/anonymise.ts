import { findAddresses } from '../privacy/find-addresses.ts';
import { findNames } from '../privacy/find-names.ts';
import { findSpans } from '../privacy/find-personal-data.ts';

export type Anonymised = { text: string; replaced: { kind: string; count: number }[] };

/** What the counts call a kind, where a mask's own word is shorter. */
const publicKinds: Record<string, string> = { 邮箱: '电子邮箱', 账号: '社交账号' };

/**
 * Replaces what points to a person: numbers, addresses, and names that the text itself introduces (「我叫…」) or that
 * are known (`names`, such as the client's). Over-careful rather than under: a person reads the result before it is
 * published. `findPersonalData` finds nothing in what it gives.
 */
export function anonymise(text: string, options: { names?: readonly string[] } = {}): Anonymised {
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let result = text;
  // What stands after one round may read as a name in the next; it settles at once or nearly so.
  for (let round = 0, before = ''; round < 8 && result !== before; round++) {
    before = result;
    result = replaceOnce(result, options.names ?? [], count);
  }
  return { text: result, replaced: [...counts].map(([kind, number]) => ({ kind, count: number })) };
}

function replaceOnce(text: string, names: readonly string[], count: (kind: string) => void): string {
  // What is published names no place at all: an address goes with its province and city.
  const places = new Map(findAddresses(text).map(({ start, streetStart }) => [streetStart, start]));
  let result = '';
  let done = 0;
  for (const { kind, start, end } of findSpans(text)) {
    const from = kind === '地址' ? Math.max(places.get(start) ?? start, done) : start;
    result += `${text.slice(done, from)}〔${kind}〕`;
    done = end;
    count(publicKinds[kind] ?? kind);
  }
  result += text.slice(done);
  for (const { name, stands } of findNames(result, names)) {
    result = result.replaceAll(name, () => {
      count('姓名');
      return stands;
    });
  }
  return result;
}

/** The kinds of personal data that a text still holds, each once; empty when it may be published. */
export function findPersonalData(text: string, options: { names?: readonly string[] } = {}): string[] {
  return anonymise(text, options).replaced.map(({ kind }) => kind);
}
