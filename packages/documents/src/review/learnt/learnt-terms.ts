import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLinear, type LinearWeights, weightsSchemaFor } from '@lutai/learning';
import { z } from 'zod';
import { termCells, termFeatures, themeCells, themeFeatures } from './term-features.ts';

export const verdicts = ['sound', 'doubtful'] as const;

export interface ThemeShare {
  id: string;
  /** Summing to 1 over the themes asked for. */
  share: number;
}

/** Both read a sentence with its parties marked (`markParties`); time grows with its length. */
export interface LearntTerms {
  /** 0 … 1: how much it reads like a void, one-sided or excessive term. */
  doubtOf: (sentence: string) => number;
  /** What it may be about among the `themes` asked for, the likeliest first. */
  themesOf: (sentence: string, themes: ReadonlySet<string>) => ThemeShare[];
}

/** Two linear models: whether a term is doubtful, and what it is about. */
export interface TermWeights {
  verdict: LinearWeights;
  themes: LinearWeights;
}

/** Reads `weights.json` of the folder (`corpus/terms`). Throws with the file's name when it is wrong. */
export async function loadLearntTerms(folder: string): Promise<LearntTerms> {
  const file = join(folder, 'weights.json');
  try {
    const read = z
      .strictObject({ verdict: z.unknown(), themes: z.looseObject({ classes: z.array(z.string().min(1)) }) })
      .parse(JSON.parse(await readFile(file, 'utf8')));
    return createLearntTerms({
      verdict: weightsSchemaFor(verdicts, termCells).parse(read.verdict),
      themes: weightsSchemaFor(read.themes.classes, themeCells).parse(read.themes),
    });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`, {
      cause: error,
    });
  }
}

export function createLearntTerms({ verdict, themes }: TermWeights): LearntTerms {
  const verdictOf = createLinear(verdict);
  const sharesOf = createLinear(themes);
  return {
    doubtOf: (sentence) => verdictOf(termFeatures(sentence))[1] ?? 0,
    themesOf: (sentence, allowed) => likeliest(themes.classes, sharesOf(themeFeatures(sentence)), allowed),
  };
}

/** Those allowed with their shares among themselves, the likeliest first. */
function likeliest(ids: readonly string[], shares: readonly number[], allowed: ReadonlySet<string>): ThemeShare[] {
  const among = ids.map((id, index) => ({ id, share: shares[index] ?? 0 })).filter(({ id }) => allowed.has(id));
  const total = among.reduce((sum, { share }) => sum + share, 0);
  return among
    .map(({ id, share }) => ({ id, share: share / Math.max(total, 1e-12) }))
    .sort((a, b) => b.share - a.share);
}
