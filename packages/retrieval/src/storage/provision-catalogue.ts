import type { IndexedVersion } from '../ranking/versions-in-force.ts';
import type { ProvisionRecord } from '../types.ts';

/** All provisions of an index in few, large pieces: a place in each array is a provision. */
export interface CatalogueData {
  names: { versions: IndexedVersion[]; paths: string[][]; provisionIds: string[]; articles: string[] };
  versionOf: Uint32Array;
  pathOf: Uint32Array;
  /** All texts, UTF-8; text p is `textStarts[p]` … `textStarts[p + 1]`. */
  texts: Uint8Array;
  textStarts: Uint32Array;
}

export interface ProvisionCatalogue {
  readonly size: number;
  placeOf(provisionId: string): number | undefined;
  provisionId(place: number): string;
  /** All that stands above and around the text, without reading the text. */
  heading(place: number): ProvisionHeading;
  textBytes(place: number): number;
  /** Reads the text out of the bytes: for the few that a search returns. */
  record(place: number): ProvisionRecord;
}

export type ProvisionHeading = Pick<ProvisionRecord, 'law' | 'article' | 'path' | 'effectiveFrom'>;

export function toCatalogueData(provisions: readonly ProvisionRecord[]): CatalogueData {
  const versions = new Map<string, number>();
  const paths = new Map<string, number>();
  const names: CatalogueData['names'] = { versions: [], paths: [], provisionIds: [], articles: [] };
  const versionOf = new Uint32Array(provisions.length);
  const pathOf = new Uint32Array(provisions.length);
  const textStarts = new Uint32Array(provisions.length + 1);
  const texts: Buffer[] = [];
  for (const [place, provision] of provisions.entries()) {
    const { versionId, lawId, law, level, effectiveFrom, effectiveTo } = provision;
    versionOf[place] = numberFor(versions, versionId, () =>
      names.versions.push({ versionId, lawId, law, level, effectiveFrom, effectiveTo }),
    );
    pathOf[place] = numberFor(paths, provision.path.join('\n'), () => names.paths.push([...provision.path]));
    names.provisionIds.push(provision.provisionId);
    names.articles.push(provision.article);
    const text = Buffer.from(provision.text, 'utf8');
    texts.push(text);
    textStarts[place + 1] = (textStarts[place] ?? 0) + text.length;
  }
  return { names, versionOf, pathOf, texts: Buffer.concat(texts), textStarts };
}

function numberFor(known: Map<string, number>, key: string, append: () => void): number {
  const number = known.get(key);
  if (number !== undefined) return number;
  known.set(key, known.size);
  append();
  return known.size - 1;
}

export function createProvisionCatalogue(data: CatalogueData): ProvisionCatalogue {
  const { names, versionOf, pathOf, textStarts } = data;
  const places = new Map(names.provisionIds.map((id, place) => [id, place]));
  const texts = Buffer.from(data.texts.buffer, data.texts.byteOffset, data.texts.byteLength);
  return {
    size: names.provisionIds.length,
    placeOf: (provisionId) => places.get(provisionId),
    provisionId: (place) => names.provisionIds[place] ?? '',
    heading(place) {
      const version = names.versions[versionOf[place] ?? -1];
      return {
        law: version?.law ?? '',
        effectiveFrom: version?.effectiveFrom ?? null,
        article: names.articles[place] ?? '',
        path: names.paths[pathOf[place] ?? 0] ?? [],
      };
    },
    textBytes: (place) => (textStarts[place + 1] ?? 0) - (textStarts[place] ?? 0),
    record(place) {
      const version = names.versions[versionOf[place] ?? -1];
      if (!version) throw new RangeError(`no provision at place ${place}`);
      return {
        provisionId: names.provisionIds[place] ?? '',
        ...version,
        article: names.articles[place] ?? '',
        path: names.paths[pathOf[place] ?? 0] ?? [],
        text: texts.toString('utf8', textStarts[place], textStarts[place + 1]),
      };
    },
  };
}
