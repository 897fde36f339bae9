import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Checklist } from '../src/review/checklist-schema.ts';
import { markParties, markPlaceholders } from '../src/review/learnt/marked-sentence.ts';
import { readContract } from '../src/review/read-contract.ts';
import { reviewContract } from '../src/review/review-contract.ts';
import { type ContractType, contractTypes } from '../src/review/roles.ts';
import { splitClauses } from '../src/review/split-clauses.ts';

/** A sentence with its parties marked. `theme` is null where it is not known; `source` is what a fold of a measure keeps together. */
export interface TermExample {
  text: string;
  isDoubtful: boolean;
  theme: string | null;
  /** Themes that would be right as well. */
  alsoRight?: readonly string[];
  source: string;
}

const sentenceSchema = z.object({
  check: z.string().nullable(),
  near: z.string().default(''),
  text: z.string().min(1),
});
const contractSchema = z.object({
  id: z.string().min(1),
  file: z.string(),
  type: z.enum(contractTypes),
  defects: z.array(
    z.object({
      kind: z.string(),
      quote: z.string().nullable(),
      also: z.array(z.string()).default([]),
      /** What a term is about, the best theme first. */
      themes: z.array(z.string()).default([]),
    }),
  ),
});
/** Of these kinds the words alone tell; sums and dates that disagree, and citations, are read by rules. */
const worded = new Set(['void', 'voidable', 'one-sided', 'excessive']);

/** The written sentences of the folder (`*.jsonl`). `themeOf` gives the theme of a check. */
export function readSentenceExamples(folder: string, themeOf: ReadonlyMap<string, string>): TermExample[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => {
    const type = contractTypes.find((one) => name.startsWith(one));
    const markNames = type === undefined ? (text: string) => text : markParties(type, []);
    return jsonLines(join(folder, name)).map((line, index) => {
      const { check, near, text } = sentenceSchema.parse(line);
      return {
        text: markNames(markPlaceholders(text)),
        isDoubtful: check !== null,
        theme: themeOf.get(check ?? near) ?? null,
        source: `${name}:${index}`,
      };
    });
  });
}

/** The wording that the checks suggest is sound, sentence by sentence. */
export function readSuggestions(checklists: readonly Checklist[], themeOf: ReadonlyMap<string, string>): TermExample[] {
  return checklists.flatMap(({ checks }) =>
    checks.flatMap(({ id, suggestion }) =>
      suggestion.text
        .split(/(?<=[。；])/u)
        .filter((text) => text.trim() !== '')
        .map((text) => {
          const theme = themeOf.get(id) ?? null;
          return { text: markPlaceholders(text), isDoubtful: false, theme, source: id };
        }),
    ),
  );
}

/**
 * The sentences of the labelled contracts of the folder, those left out that have a defect of another kind, or one that a check of
 * values finds: a lease of thirty years reads like one of three.
 */
export function readContractExamples(folder: string, checklists: readonly Checklist[]): TermExample[] {
  if (!existsSync(folder)) return [];
  return jsonLines(join(folder, 'labels.jsonl')).flatMap((line) => {
    const { id, file, type, defects } = contractSchema.parse(line);
    const text = readFileSync(join(folder, file), 'utf8');
    const contract = readContract(text, splitClauses(text), { type });
    const mark = markParties(type, contract.parties);
    const valued = valuedPlaces(text, type, checklists);
    return contract.sentences.flatMap((sentence) => {
      const touching = defects.filter(({ quote, also }) =>
        [quote, ...also].some((words) => words !== null && touches(text.indexOf(words), words.length, sentence)),
      );
      const isDoubtful = touching.some(({ kind }) => worded.has(kind));
      if (touching.length > 0 && !isDoubtful) return [];
      if (isDoubtful && valued.some(({ start, end }) => start < sentence.end && sentence.start < end)) return [];
      const [theme = null, ...alsoRight] = touching.flatMap(({ themes }) => themes);
      return [{ text: mark(sentence.text), isDoubtful, theme, alsoRight, source: id }];
    });
  });
}

/** Where the checks of values find something. */
function valuedPlaces(text: string, type: ContractType, checklists: readonly Checklist[]) {
  const ofValues = checklists.map((list) => ({ ...list, checks: list.checks.filter(({ compare }) => compare) }));
  const { findings } = reviewContract(text, { checklists: ofValues, today: '2026-01-01', oneYearLpr: 0.031, type });
  return findings.flatMap(({ quote }) => (quote === null ? [] : [quote]));
}

const touches = (start: number, length: number, sentence: { start: number; end: number }) =>
  start >= 0 && start < sentence.end && sentence.start < start + length;

const jsonLines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
