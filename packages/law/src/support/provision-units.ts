import { toParagraphs } from '../paragraphs.ts';
import { type Token, toTokens } from './tokens.ts';

/** One thing that a provision says: a sentence, a part between 「；」, or an item under the words that lead to it. */
export interface ProvisionUnit {
  text: string;
  tokens: Token[];
  /** What the unit names as an exception to its rule (an item under 「下列……除外」), else null. */
  exception: Token[] | null;
}

/** 「广告不得有下列情形：」 before an item says 「广告不得」 of it. */
const LIST_WORDS = /(?:有|实施)?(?:下列|以下)[^，。：:]{0,16}[：:]$/u;

/** All that a provision says, one by one, the whole of it last. An item stands before and after the words leading to it. */
export function provisionUnits(provision: string): ProvisionUnit[] {
  const exceptions = new Map<string, string>();
  const texts: string[] = [];
  for (const paragraph of toParagraphs(provision)) {
    const sentences = split(paragraph.text, /(?<=。)/u);
    const lead = sentences.at(-1) ?? '';
    for (const sentence of sentences) texts.push(sentence, ...parts(sentence));
    for (const item of paragraph.items) {
      const whole = `${lead}${item.text}`;
      if (/除外/u.test(lead)) exceptions.set(whole, item.text);
      texts.push(whole, ...parts(item.text).map((part) => `${lead}${part}`));
      if (!exceptions.has(whole))
        texts.push(
          `${lead.replace(LIST_WORDS, '')}${item.text}`,
          `${item.text.replace(/[；。]$/u, '')}，${consequenceOf(lead)}`,
        );
    }
  }
  return [...new Set([...texts.filter((text) => text !== provision), provision])].map((text) => {
    const exception = exceptions.get(text);
    return { text, tokens: toTokens(text), exception: exception === undefined ? null : toTokens(exception) };
  });
}

/** 「有下列情形之一的，当事人可以解除合同：」 → 「当事人可以解除合同」. */
const consequenceOf = (lead: string) =>
  lead.replace(/^.*?(?:之一的|情形的|条件的)[，,]/u, '').replace(/下列[^，。：]{0,6}(?=[为属])|：$/gu, '');

function parts(sentence: string): string[] {
  const found = split(sentence, /(?<=；)/u);
  return found.length > 1 ? found : [];
}

const split = (text: string, at: RegExp) => text.split(at).filter((part) => part.trim() !== '');
