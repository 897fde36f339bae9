import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Checklist, checklistSchema } from './checklist-schema.ts';

/** Reads every `*.yaml` of the folder (`corpus/checklists`). Throws with the file's name when one is wrong. */
export async function loadChecklists(folder: string): Promise<Checklist[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const checklists = await Promise.all(files.map((file) => loadFile(join(folder, file))));
  const seen = new Set<string>();
  for (const { id } of checklists.flatMap(({ checks }) => checks)) {
    if (seen.has(id)) throw new Error(`${folder}: the check ${id} is there twice`);
    seen.add(id);
  }
  return checklists;
}

async function loadFile(file: string): Promise<Checklist> {
  try {
    return checklistSchema.parse(parse(await readFile(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: ${why}`, { cause: error });
  }
}
