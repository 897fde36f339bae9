import type { FieldValues } from '@lutai/contracts';
import { DeskError } from '../desk-error.ts';
import { storableJson } from '../matters/storable-text.ts';

/** As JSON; a form of two hundred rows of text takes a tenth. */
const mostCharacters = 300_000;

/** The saved values with others in their place, field by field; null empties one. */
export function mergedValues(saved: FieldValues, values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries({ ...saved, ...values }).filter(([, value]) => value !== null));
}

/** The values as they can be stored. Throws `too-large` for more than any form has. */
export function boundedValues(entered: FieldValues): FieldValues {
  const values = storableJson(entered);
  if (JSON.stringify(values).length <= mostCharacters) return values;
  throw new DeskError('too-large', '填写的内容太长，放不进一份文书。请删减后再保存。');
}
