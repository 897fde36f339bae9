import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadLearntRoutes } from './learnt/learnt-routes.ts';
import { type RouteData, routeFileSchema, type Telling } from './route-schema.ts';

/**
 * Reads `corpus/catalogue/routes.yaml`, and what was learnt from examples in `learntFolder` (`corpus/routes`). Throws with the
 * file's name, and the pattern, when something is wrong in it.
 */
export async function loadRoutes(file: string, learntFolder?: string): Promise<RouteData> {
  const learnt = learntFolder === undefined ? null : await loadLearntRoutes(learntFolder);
  try {
    return { ...readRoutes(await readFile(file, 'utf8')), learnt };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: ${why}`, { cause: error });
  }
}

function readRoutes(text: string): Omit<RouteData, 'learnt'> {
  const file = routeFileSchema.parse(parse(text));
  const read = <Entry extends Record<keyof Telling, string[]>>(entry: Entry) => ({
    ...entry,
    sure: entry.sure.map((source) => patternOf(source, file.words)),
    likely: entry.likely.map((source) => patternOf(source, file.words)),
    unless: entry.unless.map((source) => patternOf(source, file.words)),
  });
  return {
    figures: file.figures.map((source) => new RegExp(source, 'gu')),
    danger: file.danger.map(read),
    harm: file.harm.map(read),
    'foreign-law': read(file['foreign-law']),
    'not-legal': read(file['not-legal']),
    'no-basis': file['no-basis'],
  };
}

/** `{{name}}` is replaced until none is left; a word may be made of words. */
function patternOf(source: string, words: Record<string, string>): RegExp {
  let spelled = source;
  for (let depth = 0; spelled.includes('{{') && depth < 5; depth++) {
    spelled = spelled.replace(/\{\{([a-z-]+)\}\}/gu, (_, name: string) => {
      const word = words[name];
      if (word === undefined) throw new Error(`the pattern ${source} uses the unknown word ${name}`);
      return `(?:${word})`;
    });
  }
  try {
    return new RegExp(spelled, 'u');
  } catch (error) {
    throw new Error(`not a regular expression: ${source} (${String(error)})`, { cause: error });
  }
}
