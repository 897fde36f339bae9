import { readFileSync } from 'node:fs';
import { readEntries } from '../law-dates/catalogue-schema.ts';
import { lawCatalogueFolder } from '../law-dates/shipped-catalogue.ts';
import { type Succession, successionSchema, type TransitionRule, transitionRuleSchema } from './rule-schema.ts';

export interface TransitionCatalogue {
  rules: readonly TransitionRule[];
  successions: readonly Succession[];
}

let shipped: TransitionCatalogue | undefined;

/** The rules of `corpus/catalogue/laws`, read once. Throws with file and line where one is wrong. */
export function shippedTransitions(): TransitionCatalogue {
  const read = (name: string) => readFileSync(new URL(name, lawCatalogueFolder), 'utf8');
  shipped ??= {
    rules: readEntries(transitionRuleSchema, read('transition-rules.jsonl'), 'transition-rules.jsonl'),
    successions: readEntries(successionSchema, read('successions.jsonl'), 'successions.jsonl'),
  };
  return shipped;
}
