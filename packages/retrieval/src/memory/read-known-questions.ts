import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KnownQuestion } from '../types.ts';

const lineSchema = z.object({ text: z.string().min(1), citations: z.array(z.string().min(1)).min(1) });

/** Every question of a folder's `.jsonl` files, in the order of their names. A line of another form throws with file and line. */
export function readKnownQuestions(folder: string): KnownQuestion[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    return lines.flatMap((line, i) => (line.trim() === '' ? [] : parseLine(line, `${join(folder, name)}:${i + 1}`)));
  });
}

function parseLine(line: string, where: string): KnownQuestion {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`${where} is no question with its citations`, { cause: error });
  }
}
