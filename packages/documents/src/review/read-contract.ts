import { readContractType } from './contract-type.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import { type Party, readParties } from './read-parties.ts';
import type { ContractType } from './roles.ts';
import { readSentences, type Sentence } from './sentences.ts';
import type { Clause } from './split-clauses.ts';
import { readArithmeticValues } from './values/arithmetic-values.ts';
import { readBaseFigures } from './values/base-figures.ts';
import { readBoundedValues } from './values/bounded-values.ts';
import { readDateValues } from './values/date-values.ts';
import { joinValues, readHomelyValues } from './values/homely-values.ts';
import { readOneOffValues } from './values/one-off-values.ts';
import { readRateValues } from './values/rate-values.ts';
import type { ReadingContext } from './values/reading-context.ts';
import { readReferenceValues } from './values/reference-values.ts';
import { readStatedValues } from './values/stated-values.ts';
import { readSumValues } from './values/sum-values.ts';
import { readTermValues } from './values/term-values.ts';
import type { Values } from './values/value-names.ts';
import { readWorkValues } from './values/work-values.ts';

/** What a contract says of itself. Offsets in `values` are of `folded`. */
export interface ContractReading {
  type: ContractType;
  typeReason: string;
  parties: Party[];
  values: Values;
  folded: FoldedText;
  sentences: Sentence[];
  context: ReadingContext;
}

export interface ReadContractOptions {
  /** A share (0.03). */
  oneYearLpr?: number | undefined;
  /** Where a person has said it. */
  type?: ContractType | undefined;
}

/** Reads type, parties and every value that the checklists compare; `clauses` are `splitClauses(text)`. */
export function readContract(
  text: string,
  clauses: readonly Clause[],
  options: ReadContractOptions = {},
): ContractReading {
  const folded = foldText(text);
  const told = readContractType(folded.text);
  const type = options.type ?? told.type;
  const typeReason = options.type ? '由使用者指定。' : told.reason;
  const parties = readParties(folded.text, type);
  const sentences = readSentences(folded, clauses);
  const context = { text: folded.text, sentences, clauses, type, parties, oneYearLpr: options.oneYearLpr ?? null };
  const base = readBaseFigures(context);
  const formal: Values = {
    ...readSumValues(context, base),
    ...readArithmeticValues(context, base),
    ...readReferenceValues(context),
    ...readDateValues(context),
    ...readStatedValues(context),
    ...readRateValues(context, base),
    ...readTermValues(context, base),
    ...readOneOffValues(context, base),
    ...readBoundedValues(context, base),
    ...readWorkValues(context),
  };
  const values = joinValues(formal, readHomelyValues(context, base));
  return { type, typeReason, parties, values, folded, sentences, context };
}
