import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Topic, topicFileSchema } from './topic-schema.ts';

/** Reads every `*.yaml` of the folder (`corpus/catalogue/topics`). Throws with the file's name when one is wrong. */
export async function loadTopics(folder: string): Promise<Topic[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const topics = (await Promise.all(files.map((file) => loadFile(join(folder, file))))).flat();
  const seen = new Set<string>();
  for (const { id } of topics) {
    if (seen.has(id)) throw new Error(`${folder}: the topic ${id} is there twice`);
    seen.add(id);
  }
  return topics;
}

async function loadFile(file: string): Promise<Topic[]> {
  try {
    const { area, topics } = topicFileSchema.parse(parse(await readFile(file, 'utf8')));
    return topics.map((topic) => ({ ...topic, area }));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: ${why}`, { cause: error });
  }
}
