import { pairsOf, type Token, topicOf, toTokens } from './tokens.ts';

const PROVISO = /[；，]?但是?(?:[，,]|(?=[^书]))[^。\n]*|[，；]?除[^，。；]{2,40}外/gu;

/** A provision's rule without its 但书 and 「除……外」. */
export const withoutProvisos = (text: string) => text.replace(PROVISO, '');

/** Whether a claim speaks of what only a 但书 of the text speaks of: then it may well say the opposite of the rule. */
export function concernsProviso(claim: readonly Token[], text: string): boolean {
  const rule = new Set(pairsOf(topicOf(toTokens(withoutProvisos(text)))));
  const provisos = (text.match(PROVISO) ?? []).flatMap((proviso) => pairsOf(topicOf(toTokens(proviso))));
  const only = new Set(provisos.filter((pair) => !rule.has(pair)));
  return pairsOf(topicOf(claim)).filter((pair) => only.has(pair)).length >= 2;
}

/** Whether a 但书 takes cases out of the rule, instead of adding a rule of its own. */
export const excepts = (text: string) => /除外|除[^，。；]{2,40}外/u.test(text);
