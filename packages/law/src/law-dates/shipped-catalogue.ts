import { readFileSync } from 'node:fs';
import {
  amendingActSchema,
  endSchema,
  laterRevisionSchema,
  readCurrency,
  readEntries,
  versionDaySchema,
} from './catalogue-schema.ts';
import { createDateCatalogue, type DateCatalogue, type DateCatalogueData } from './date-catalogue.ts';

export const lawCatalogueFolder = new URL('../../../../corpus/catalogue/laws/', import.meta.url);

let shipped: DateCatalogue | undefined;

/** The catalogue of `corpus/catalogue/laws`, read once. Throws with file and line where an entry is wrong. */
export function shippedDateCatalogue(): DateCatalogue {
  shipped ??= createDateCatalogue(readDateCatalogueData());
  return shipped;
}

export function readDateCatalogueData(folder: URL = lawCatalogueFolder): DateCatalogueData {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  return {
    versions: readEntries(versionDaySchema, read('versions.jsonl'), 'versions.jsonl'),
    acts: readEntries(amendingActSchema, read('acts.jsonl'), 'acts.jsonl'),
    ends: readEntries(endSchema, read('ends.jsonl'), 'ends.jsonl'),
    later: readEntries(laterRevisionSchema, read('later-revisions.jsonl'), 'later-revisions.jsonl'),
    currency: readCurrency(read('currency.yaml'), 'currency.yaml'),
  };
}
