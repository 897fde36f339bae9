import type { SearchHit } from '@lutai/contracts';
import type { LawHistory, LawVersions } from '../../corpus/laws/law-history.ts';
import { articleKey } from '../../corpus/laws/law-history.ts';

type Version = { from: string; to: string | null; articles?: Record<string, string> };

/** Versions `<title>@<from>` of a few laws. A law's id is its title. */
export function lawHistoryOf(laws: Record<string, Version[]>): LawHistory {
  return {
    versions: async (ids) =>
      new Map(
        ids.flatMap((title): [string, LawVersions][] => {
          const versions = (laws[title] ?? []).map(({ from, to }) => ({
            ...{ versionId: `${title}@${from}`, promulgatedOn: from, effectiveFrom: from, effectiveTo: to },
          }));
          return versions.length === 0 ? [] : [[title, { title, versions }]];
        }),
      ),
    articles: async (wanted) => {
      const texts = Object.entries(laws).flatMap(([title, versions]) =>
        versions.flatMap(({ from, articles = {} }) =>
          Object.entries(articles).map(([article, text]): [string, string] => [
            articleKey({ versionId: `${title}@${from}`, article }),
            text,
          ]),
        ),
      );
      const keys = new Set(wanted.map(articleKey));
      return new Map(texts.filter(([key]) => keys.has(key)));
    },
  };
}

export function hitOf(law: string, article: string, from: string, to: string | null = null): SearchHit {
  return {
    ...{ provisionId: `${law}${article}`, lawId: law, versionId: `${law}@${from}`, citation: `《${law}》${article}` },
    ...{ law, article, path: [], level: 'law', effectiveFrom: from, effectiveTo: to, score: 1, text: '条文。' },
  };
}
