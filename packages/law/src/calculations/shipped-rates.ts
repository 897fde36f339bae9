import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { createLprTable, type LprTable, lprFileSchema } from './lpr-table.ts';

const file = new URL('../../../../corpus/rates/lpr.yaml', import.meta.url);

/** The dated rates that calculations rest on. */
export type Rates = { lpr: LprTable };

let shipped: Rates | undefined;

/** The rates of `corpus/rates`, read once. Throws with the file's name where one is wrong. */
export function shippedRates(): Rates {
  shipped ??= { lpr: createLprTable(readLprFile()) };
  return shipped;
}

function readLprFile() {
  const read = lprFileSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`corpus/rates/lpr.yaml: ${z.prettifyError(read.error)}`);
  return read.data;
}
