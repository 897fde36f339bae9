import { type Quantity, readQuantities } from './quantities.ts';
import { type Force, forceOf, isContrast, wordPattern } from './word-classes.ts';

/** One word, number or character of a text, as two texts are laid side by side. */
export interface Token {
  /** Equal for what counts as the same: 三年 and 36个月 have one key. */
  key: string;
  /** As written. */
  raw: string;
  quantity: Quantity | null;
  force: Force | null;
  /** Number of the stretch between 。，；： and line ends that it stands in. */
  clause: number;
  /** Whether that stretch ends in 的 and so states a condition: 「未签合同的，……」. */
  conditional: boolean;
}

const SKIPPED = /[\s\u3000\p{P}\p{S}]/u;
const CLAUSE_END = /[，。；：！？,;:!?\n]/u;
/** Grammatical words that answers put in and leave out. */
const LIGHT = /^[的了得吧呢啊呀就也都还才把被您你我他她它们这那]$/u;

const keyOf = ({ kind, value }: Quantity) => {
  if (kind === 'months') return value % 12 === 0 ? `年${value / 12}` : `日${value * 30}`;
  if (kind === 'days') return value % 365 === 0 ? `年${value / 365}` : `日${value}`;
  return kind === 'hours' ? `日${value / 24}` : kind === 'money' ? `bare${value}` : `${kind}${value}`;
};

export function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let last = '';
  const endClause = () => {
    for (let index = tokens.length - 1; tokens[index]?.clause === clause; index -= 1) {
      const token = tokens[index];
      if (token) token.conditional = last === '的';
    }
    clause += 1;
  };
  const add = (raw: string, quantity: Quantity | null) => {
    last = raw.at(-1) ?? '';
    if (quantity === null && LIGHT.test(raw)) return;
    const [key, force] = quantity ? [keyOf(quantity), null] : [raw, forceOf(raw)];
    tokens.push({ key, raw, quantity, force, clause, conditional: false });
  };
  const addWords = (from: number, to: number) => {
    for (const [word] of text.slice(from, to).matchAll(wordPattern)) {
      if (CLAUSE_END.test(word)) endClause();
      else if (!SKIPPED.test(word)) add(word, null);
    }
  };
  let at = 0;
  for (const quantity of readQuantities(text)) {
    addWords(at, quantity.start);
    add(quantity.raw, quantity);
    at = quantity.end;
  }
  addWords(at, text.length);
  endClause();
  return tokens;
}

/** Pairs of neighbouring characters and whole words, numbers left out: what a text is about. */
export function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ key, quantity }, index) => {
    const next = tokens[index + 1];
    if (quantity) return [];
    return key.length > 1 ? [key] : next && next.key.length === 1 ? [key + next.key] : [];
  });
}

/** What may differ between a claim and the words it misstates: numbers, words of force, words of a contrast. */
const isTopic = ({ quantity, force, key }: Token) => quantity === null && force === null && !isContrast(key);

/** The tokens that tell what a text is about, whatever it says of it. */
export const topicOf = (tokens: readonly Token[]) => tokens.filter(isTopic);

/** Share of the neighbour pairs of `claim` that `words` has, 0 … 1. */
export function coverage(claim: readonly Token[], words: readonly Token[]): number {
  const wanted = pairsOf(claim);
  if (wanted.length === 0) return 0;
  const there = new Set(pairsOf(words));
  return wanted.filter((pair) => there.has(pair)).length / wanted.length;
}

/** Share of the words of `claim` that stand anywhere in `words`, 0 … 1. */
export function shareOfWords(claim: readonly Token[], words: readonly Token[]): number {
  const there = new Set(words.map(({ key }) => key));
  return claim.filter(({ key }) => there.has(key)).length / Math.max(1, claim.length);
}
