import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createWorkCalendar,
  type DeadlineCatalogue,
  deadlineCatalogue,
  deadlineFileSchema,
  holidayYearSchema,
  type WorkCalendar,
} from '@lutai/law';
import { parse } from 'yaml';
import { z } from 'zod';

/** What deadlines are worked out with: the kinds of period that the desk knows, and the working days. */
export type DeadlineData = { catalogue: DeadlineCatalogue; calendar: WorkCalendar };

/**
 * Reads `catalogue/deadlines/*.yaml` and `calendar/cn-holidays.jsonl` of the folder (`corpus`). Throws with the file's
 * name when one is wrong.
 */
export async function loadDeadlines(corpus: string): Promise<DeadlineData> {
  const folder = join(corpus, 'catalogue/deadlines');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readParsed(join(folder, name), readKinds)));
  const years = await readParsed(join(corpus, 'calendar/cn-holidays.jsonl'), readYears);
  return { catalogue: deadlineCatalogue(files), calendar: createWorkCalendar(years) };
}

const readKinds = (text: string) => deadlineFileSchema.parse(parse(text));

const readYears = (text: string) =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [holidayYearSchema.parse(JSON.parse(line))]));

async function readParsed<Parsed>(file: string, parseText: (text: string) => Parsed): Promise<Parsed> {
  try {
    return parseText(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: ${why}`, { cause: error });
  }
}
