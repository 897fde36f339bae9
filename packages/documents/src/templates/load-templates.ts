import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Template, templateSchema } from './template-schema.ts';

/** Reads every `*.yaml` of the folder (`corpus/templates`), by name. Throws with the file's name when one is wrong. */
export async function loadTemplates(folder: string): Promise<Template[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const templates = await Promise.all(
    files.map(async (file) => parseTemplate(await readFile(path.join(folder, file), 'utf8'), path.join(folder, file))),
  );
  const twice = templates.find(({ id }, at) => templates.findIndex((other) => other.id === id) !== at);
  if (twice) throw new Error(`${folder}: the template ${twice.id} is there twice`);
  return templates;
}

/** Reads one template from YAML. Throws with `name` and the place when it is wrong. */
export function parseTemplate(yaml: string, name: string): Template {
  try {
    return templateSchema.parse(parse(yaml));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${name}: ${why}`, { cause: error });
  }
}
