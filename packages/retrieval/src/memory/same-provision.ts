import { articleKey } from '../citation-key.ts';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import { cosineAt, getVector, type VectorTable } from '../vectors/vector-table.ts';

/** From this nearness on, an article of the same number in another version of a law still says the same. */
const SAME = 0.8;

/** The questions of which the corpus has at least one provision: only these can speak for any. */
export function answerableHere<Question extends { citations: readonly string[] }>(
  catalogue: ProvisionCatalogue,
  questions: readonly Question[],
): Question[] {
  const keys = new Set<string>();
  for (let place = 0; questions.length > 0 && place < catalogue.size; place += 1) {
    const { law, article } = catalogue.heading(place);
    keys.add(articleKey(law + article));
  }
  return questions.filter(({ citations }) => citations.some((citation) => keys.has(articleKey(citation))));
}

export interface ProvisionVersions {
  /** The newest version of 「法律名称第…条」; undefined where the corpus has none. */
  newestOf(citation: string): number | undefined;
  /**
   * The provision at `place` and the same article of the law's other versions, where they say nearly the same: an answer that
   * rests on one of them speaks for the one in force too. Renumbered articles are far from their namesakes and stay out.
   */
  versionsOf(place: number): readonly number[];
}

export function createProvisionVersions(catalogue: ProvisionCatalogue, table: VectorTable): ProvisionVersions {
  const byKey = new Map<string, number[]>();
  for (let place = 0; place < catalogue.size; place += 1) {
    const { law, article } = catalogue.heading(place);
    if (article === '') continue;
    const key = articleKey(law + article);
    const known = byKey.get(key);
    if (known) known.push(place);
    else byKey.set(key, [place]);
  }
  const began = (place: number) => catalogue.heading(place).effectiveFrom ?? '';
  return {
    newestOf(citation) {
      const places = byKey.get(articleKey(citation));
      return places?.reduce((newest, place) => (began(place) >= began(newest) ? place : newest));
    },
    versionsOf(place) {
      const { law, article } = catalogue.heading(place);
      const others = article === '' ? [] : (byKey.get(articleKey(law + article)) ?? []);
      if (others.length < 2) return [place];
      const vector = Float32Array.from(getVector(table, place));
      return [place, ...others.filter((other) => other !== place && cosineAt(table, other, vector) >= SAME)];
    },
  };
}
