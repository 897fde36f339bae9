import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type AreaKnowledge, areaKnowledgeSchema } from './area-schema.ts';

/** Reads every `*.yaml` of the folder (`corpus/catalogue/areas`). Throws with the file's name when one is wrong. */
export async function loadAreas(folder: string): Promise<AreaKnowledge[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const areas = await Promise.all(files.map((file) => loadArea(join(folder, file))));
  const seen = new Set<string>();
  for (const { area } of areas) {
    if (seen.has(area)) throw new Error(`${folder}: the area ${area} has two files`);
    seen.add(area);
  }
  return areas;
}

async function loadArea(file: string): Promise<AreaKnowledge> {
  try {
    return areaKnowledgeSchema.parse(parse(await readFile(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: ${why}`, { cause: error });
  }
}
