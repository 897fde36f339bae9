import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Lexicon } from './features.ts';

/** Reads `corpus/routes/lexicon.yaml`: a class a line, its words with `|` between. Throws with the file's name. */
export async function loadLexicon(file: string): Promise<Lexicon> {
  try {
    const classes = z.record(z.string(), z.string().min(1)).parse(parse(await readFile(file, 'utf8')));
    return Object.entries(classes).map(([name, words]) => ({ name, words: new RegExp(words.toLowerCase(), 'u') }));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`, {
      cause: error,
    });
  }
}
