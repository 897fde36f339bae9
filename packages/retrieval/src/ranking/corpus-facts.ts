import { passageHeading } from '../passage-text.ts';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';

/** What ranking knows of each provision besides its vector and its words, one number a place. */
export interface CorpusFacts {
  /** Equal for the provisions of one law, all versions. */
  lawOf: Int32Array;
  /** Equal for the provisions under the same headings; the row of the heading's vector. */
  headingOf: Int32Array;
  headings: readonly string[];
  /** ln(characters + 1). */
  length: Float32Array;
  kind: Uint8Array;
}

/** Kinds of law by their titles: an interpretation says how courts read a statute, a regulation fills it in. */
export const INTERPRETATION = 0;
export const STATUTE = 1;
export const REGULATION = 2;

export function readCorpusFacts(catalogue: ProvisionCatalogue): CorpusFacts {
  const { size } = catalogue;
  const [laws, headings] = [new Map<string, number>(), new Map<string, number>()];
  const number = (known: Map<string, number>, key: string) => known.get(key) ?? known.set(key, known.size).size - 1;
  const facts = {
    lawOf: new Int32Array(size),
    headingOf: new Int32Array(size),
    length: new Float32Array(size),
    kind: new Uint8Array(size),
  };
  for (let place = 0; place < size; place += 1) {
    const provision = catalogue.heading(place);
    facts.lawOf[place] = number(laws, provision.law);
    facts.headingOf[place] = number(headings, passageHeading(provision));
    facts.length[place] = Math.log1p(catalogue.textBytes(place) / 3);
    facts.kind[place] = kindOf(provision.law);
  }
  return { ...facts, headings: [...headings.keys()] };
}

function kindOf(law: string): number {
  if (/^最高人民|解释|批复/u.test(law)) return INTERPRETATION;
  return law.startsWith('中华人民共和国') && !/条例|细则|办法/u.test(law) ? STATUTE : REGULATION;
}
