import { type Check, compilePattern } from './checklist-schema.ts';
import { isNegated } from './negation.ts';
import { namesOfRole } from './read-parties.ts';
import type { Role } from './roles.ts';
import type { Sentence } from './sentences.ts';
import type { Clause } from './split-clauses.ts';
import type { ReadingContext } from './values/reading-context.ts';
import type { Values } from './values/value-names.ts';

/** Where a check fired: offsets in the folded text, or null where something is missing. */
export interface Hit {
  check: Check;
  at: { from: number; to: number } | null;
  /** What was read, for `compare` checks. */
  note: string;
}

/** Who has seen a term so often knows it. */
const mostHits = 20;

/** Runs every check once over a contract; each gives its hits, one a sentence and twenty at most. */
export function runChecks(checks: readonly Check[], context: ReadingContext, values: Values): Hit[] {
  const compile = (source: string) => compilePattern(source, (role: Role) => namesOfRole(role, context.parties));
  const anywhere = (sources: readonly string[]) => sources.some((source) => compile(source).test(context.text));
  const said = withClauseStops(context);
  const hits: Hit[] = [];
  for (const check of checks) {
    if (check.onlyIf.length > 0 && !anywhere(check.onlyIf)) continue;
    if (check.elsewhere.length > 0 && anywhere(check.elsewhere)) continue;
    if (check.present.length > 0) {
      if (!check.present.some((source) => compile(source).test(said))) hits.push({ check, at: null, note: '' });
    } else if (check.compare) hits.push(...compared(check, values).slice(0, mostHits));
    else {
      const places = allFound(check, context.sentences, compile).slice(0, mostHits);
      hits.push(...places.map((at) => ({ check, at, note: '' })));
    }
  }
  return withoutRepeats(hits, context.sentences);
}

/** The text with a full stop between outermost clauses, so that no pattern reads the heading of one into the next. */
function withClauseStops({ clauses, sentences }: ReadingContext): string {
  const ofClause = new Map<Clause, string[]>();
  for (const { clause, text } of sentences) {
    const words = ofClause.get(clause);
    if (words) words.push(text, '\n');
    else ofClause.set(clause, [text, '\n']);
  }
  const parts: string[] = [];
  for (const clause of clauses) {
    if (clause.path.length <= 1) parts.push('。');
    parts.push(clause.title ?? '', '\n', (ofClause.get(clause) ?? []).join(''));
  }
  return parts.join('');
}

function compared(check: Check, values: Values): Hit[] {
  const { value: name, above, below } = check.compare ?? { value: 'leaseMonths' };
  const wrong = (values[name] ?? []).filter(
    ({ value }) => (above !== undefined && value > above + 1e-9) || (below !== undefined && value < below - 1e-9),
  );
  return wrong.map(({ from, to, note }) => ({ check, at: { from, to }, note }));
}

/** 「无需征得甲方同意」 is no consent, though it has the words of one. */
const WITHOUT_CONSENT =
  /(?:无需|无须|不需要?|不必|不用|不|未)(?:另行|事先|再)?(?:经|征得|取得|获得|与)?[^。；，]{0,10}?(?:同意|协商(?:一致)?|确认)/gu;

/** The sentences in which a check of words finds its term, each once. */
function allFound(check: Check, sentences: readonly Sentence[], compile: (source: string) => RegExp) {
  const find = check.find.map((source) => ({ source, pattern: compile(source) }));
  const unless = check.unless.map(compile);
  return sentences.flatMap(({ text, from }) => {
    for (const { source, pattern } of find) {
      const match = pattern.exec(text);
      if (match === null || isNegated(text, match.index, match[0], source)) continue;
      if (unless.some((one) => one.test(text.replace(WITHOUT_CONSENT, '')))) continue;
      return [{ from: from + match.index, to: from + match.index + match[0].length }];
    }
    return [];
  });
}

/** A check that says it better takes the place of others in the same sentence; a second hit of one check there is the same problem. */
function withoutRepeats(hits: readonly Hit[], sentences: readonly Sentence[]): Hit[] {
  const placeOf = (hit: Hit) => {
    const { at } = hit;
    return at === null ? -1 : sentences.findIndex(({ from, text }) => at.from >= from && at.from < from + text.length);
  };
  const placed = hits.map((hit) => ({ hit, place: placeOf(hit) }));
  const fired = new Set(placed.map(({ hit, place }) => `${hit.check.id}|${place}`));
  const better = new Set<string>();
  for (const { hit, place } of placed) for (const id of hit.check.instead) better.add(`${id}|${place}`);
  const taken = new Set(placed.filter(({ hit }) => !hit.check.lastResort).map(({ place }) => place));
  const seen = new Set<string>();
  return placed
    .filter(({ hit, place }) => {
      const key = `${hit.check.id}|${place}`;
      if ((hit.check.lastResort && taken.has(place)) || seen.has(key) || (better.has(key) && fired.has(key)))
        return false;
      seen.add(key);
      return true;
    })
    .map(({ hit }) => hit);
}
