import { canonicalCitation, normaliseTitle } from '../titles.ts';
import { FORMER_LAWS } from './names/former-laws.ts';
import { INTERPRETATION_ALIASES } from './names/interpretation-aliases.ts';
import { STATUTE_ALIASES } from './names/statute-aliases.ts';
import { WELL_KNOWN_LAWS, WELL_KNOWN_TITLES } from './names/well-known-laws.ts';

const titlesByKey = new Map<string, string[]>();

function name(spelling: string, title: string) {
  const key = normaliseTitle(spelling);
  const titles = titlesByKey.get(key) ?? [];
  if (!titles.includes(title)) titlesByKey.set(key, [...titles, title]);
}

for (const law of WELL_KNOWN_LAWS) name(law, `中华人民共和国${law}`);
for (const title of WELL_KNOWN_TITLES) name(title, title);
for (const [title, aliases] of Object.entries({ ...STATUTE_ALIASES, ...INTERPRETATION_ALIASES }))
  for (const spelling of [title, ...aliases]) name(spelling, title);

const formerByKey = new Map(
  FORMER_LAWS.flatMap((law) => [law.title, ...law.aliases].map((spelling) => [normaliseTitle(spelling), law] as const)),
);

/** Finds the longest of many names that a text ends with, in the time that a few comparisons take. */
export function createNameIndex(names: Iterable<string>): (text: string) => number {
  const byEnding = new Map<string, Set<string>>();
  for (const name of names) {
    const ending = name.slice(-3);
    byEnding.set(ending, (byEnding.get(ending) ?? new Set()).add(name));
  }
  const sorted = new Map([...byEnding].map(([ending, set]) => [ending, [...set].sort((a, b) => b.length - a.length)]));
  const longest = (text: string, ending: string) =>
    (sorted.get(ending) ?? []).find((name) => text.endsWith(name))?.length ?? 0;
  return (text) => Math.max(longest(text, text.slice(-3)), longest(text, text.slice(-2)));
}

/** Full titles that a short or full name stands for in common use; empty where the name is not well known. */
export function titlesOf(spelling: string): readonly string[] {
  return titlesByKey.get(normaliseTitle(spelling)) ?? [];
}

export const formerLaw = (spelling: string) => formerByKey.get(normaliseTitle(spelling)) ?? null;

const knownAtEnd = createNameIndex([...titlesByKey.keys(), ...formerByKey.keys()]);

/** Length of the well-known name that a stretch of text ends with, 0 for none. Brackets must be full-width. */
export function knownNameAtEnd(text: string): number {
  const length = knownAtEnd(text);
  return length > 0 && text.slice(0, -length).endsWith('中华人民共和国') ? length + 7 : length;
}

/** Canonical where the name is well known or already full, else the name as written. */
export function canonicalWherePossible(lawName: string, article: string): string {
  const known = titlesOf(lawName);
  const former = formerLaw(lawName);
  return canonicalCitation(known.length === 1 ? (known[0] ?? lawName) : (former?.title ?? lawName), article);
}
