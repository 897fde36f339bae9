import { ALIASES, FORMER_LAWS, WELL_KNOWN_LAWS, WELL_KNOWN_TITLES } from './data/law-names.ts';
import { canonicalCitation, normaliseTitle } from './titles.ts';

const titlesByKey = new Map<string, string[]>();

function name(spelling: string, title: string) {
  const key = normaliseTitle(spelling);
  const titles = titlesByKey.get(key) ?? [];
  if (!titles.includes(title)) titlesByKey.set(key, [...titles, title]);
}

for (const law of WELL_KNOWN_LAWS) name(law, `中华人民共和国${law}`);
for (const title of WELL_KNOWN_TITLES) name(title, title);
for (const [title, aliases] of Object.entries(ALIASES))
  for (const spelling of [title, ...aliases]) name(spelling, title);

const formerByKey = new Map(
  FORMER_LAWS.flatMap((law) => [law.title, ...law.aliases].map((spelling) => [normaliseTitle(spelling), law] as const)),
);

/** Names to look for where a text leaves out the book marks, by their last two characters, longest first. */
const byEnding = new Map<string, string[]>();
for (const key of new Set([...titlesByKey.keys(), ...formerByKey.keys()])) {
  const ending = key.slice(-2);
  byEnding.set(
    ending,
    [...(byEnding.get(ending) ?? []), key].sort((a, b) => b.length - a.length),
  );
}

/** Full titles that a short or full name stands for in common use; empty where the name is not well known. */
export function titlesOf(spelling: string): readonly string[] {
  return titlesByKey.get(normaliseTitle(spelling)) ?? [];
}

export const formerLaw = (spelling: string) => formerByKey.get(normaliseTitle(spelling)) ?? null;

/** Length of the well-known name that a stretch of text ends with, 0 for none. Brackets must be full-width. */
export function knownNameAtEnd(text: string): number {
  for (const key of byEnding.get(text.slice(-2)) ?? []) {
    if (!text.endsWith(key)) continue;
    return text.endsWith(`中华人民共和国${key}`) ? key.length + 7 : key.length;
  }
  return 0;
}

/** Canonical where the name is well known or already full, else the name as written. */
export function canonicalWherePossible(lawName: string, article: string): string {
  const known = titlesOf(lawName);
  const former = formerLaw(lawName);
  return canonicalCitation(known.length === 1 ? (known[0] ?? lawName) : (former?.title ?? lawName), article);
}
