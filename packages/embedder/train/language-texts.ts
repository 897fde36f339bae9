import { headerText, type TrainingData, tight } from './training-data.ts';

/** Pairs of texts that mean the same thing, by their places in one list. */
export interface PairKind {
  left: Int32Array;
  right: Int32Array;
  /** Pairs of one group are no wrong answers to each other. */
  group: Int32Array;
}

export interface LanguageTexts {
  texts: string[];
  /** The two halves of each provision that has two. */
  halves: PairKind;
  /** The headings above a provision, and one of its halves. */
  headings: PairKind;
}

/** What the first stage learns from: the texts, without any question. */
export function layOutLanguage({ provisions }: TrainingData, random: () => number): LanguageTexts {
  const headers = numbered(provisions.map(headerText));
  const articles = articlesOf({ provisions });
  const halves = provisions.map((provision) => splitInHalf(provision.text));
  const first = headers.names.length;
  const second = first + provisions.length;
  const whole = Int32Array.from(halves.keys()).filter((place) => (halves[place]?.[1] ?? '') !== '');
  const group = whole.map((place) => headers.of[place] ?? 0);
  return {
    texts: [...headers.names, ...halves.map(([half]) => half), ...halves.map(([, half]) => half)],
    halves: {
      left: whole.map((place) => first + place),
      right: whole.map((place) => second + place),
      group: whole.map((place) => articles[place] ?? 0),
    },
    headings: { left: group, right: whole.map((place) => (random() < 0.5 ? first : second) + place), group },
  };
}

/** A number for each provision, equal for the versions of one article. */
export function articlesOf({ provisions }: Pick<TrainingData, 'provisions'>): Int32Array {
  return numbered(provisions.map(({ law, article }, place) => (article === '' ? `${place}` : tight(law + article)))).of;
}

function numbered(keys: readonly string[]) {
  const known = new Map<string, number>();
  const of = Int32Array.from(keys, (key) => known.get(key) ?? known.set(key, known.size).size - 1);
  return { of, names: [...known.keys()] };
}

/** Cuts at the punctuation nearest to the middle; the second half is empty where there is none. */
export function splitInHalf(text: string): [string, string] {
  const middle = text.length / 2;
  let cut = text.length;
  for (const { index } of text.matchAll(/[。；：，、\n]/gu)) {
    if (Math.abs(index + 1 - middle) < Math.abs(cut - middle)) cut = index + 1;
  }
  return [text.slice(0, cut), text.slice(cut)];
}
