import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createWorkCalendar, holidayYearSchema } from '../../calendar/work-calendar.ts';
import { deadlineCatalogue } from '../deadline-catalogue.ts';
import { deadlineFileSchema } from '../deadline-schema.ts';

export const corpusFolder = join(import.meta.dirname, '../../../../../corpus');

const read = (...parts: string[]) => readFileSync(join(corpusFolder, ...parts), 'utf8');

export const holidayYears = read('calendar', 'cn-holidays.jsonl')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => holidayYearSchema.parse(JSON.parse(line)));

export const calendar = createWorkCalendar(holidayYears);

export const catalogue = deadlineCatalogue(
  readdirSync(join(corpusFolder, 'catalogue/deadlines'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => deadlineFileSchema.parse(parse(read('catalogue/deadlines', file)))),
);
