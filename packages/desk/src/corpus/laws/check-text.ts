import { setImmediate as turn } from 'node:timers/promises';
import type { Citation, CiteCheckResponse } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import {
  articleLabel,
  type CatalogueProvision,
  checkCitations,
  findCitations,
  parseArticleLabel,
  uncitedSentences,
} from '@lutai/law';
import { chinaDay } from '../../drafting/china-day.ts';
import type { IsVetted } from '../../drafting/vetted-sentences.ts';
import { fetchPaths, fetchProvisions, type WantedProvision } from './fetch-provisions.ts';
import { judgeClaims } from './judge-claims.ts';
import type { LawDirectory } from './law-directory.ts';

export type CheckTextDeps = {
  db: Database;
  lawDirectory: LawDirectory;
  now: () => Date;
  isVetted?: IsVetted | undefined;
};
export type CheckTextInput = { text: string; asOf?: string | null | undefined };

/**
 * Checks every legal citation of a text against the corpus, as of a day (today by default). Of each citation that stands
 * it is said whether the provision bears out the sentence that rests on it.
 */
export async function checkText(deps: CheckTextDeps, input: CheckTextInput): Promise<CiteCheckResponse> {
  const citations = await placeCitations(deps, input);
  const unchecked = citations.filter(({ state }) => state === 'unchecked').length;
  const judged = judgeClaims(input.text, citations, deps.isVetted);
  return { citations: judged, unchecked, uncited: uncitedSentences(input.text, citations) };
}

/**
 * The legal citations of a text with the provisions that they name. The checker itself says which provisions it needs: it
 * is run until it has asked for none that was not fetched, so that no rule of resolving a citation is written twice, and
 * none is missed. Two or three rounds do, of one query each; between them others have their turn, for a long contract
 * takes a tenth of a second a round.
 */
export async function placeCitations(deps: CheckTextDeps, input: CheckTextInput): Promise<Citation[]> {
  const asOf = input.asOf ?? chinaDay(deps.now());
  const names = await deps.lawDirectory.read();
  const { titleAtEnd } = names.catalogue;
  const mentions = findCitations(input.text, titleAtEnd ? { titleAtEnd } : {});
  const known = new Map<string, CatalogueProvision | null>();
  const knownPaths = new Map<string, string[][]>();
  for (;;) {
    const wanted = new Map<string, WantedProvision>();
    const wantedPaths = new Set<string>();
    const provision = (versionId: string, label: string): CatalogueProvision | null => {
      const article = plainLabel(label);
      const key = `${versionId}|${article}`;
      const found = known.get(key);
      if (found === undefined) wanted.set(key, { versionId, article });
      return found ?? null;
    };
    const paths = (versionId: string) => {
      if (!knownPaths.has(versionId)) wantedPaths.add(versionId);
      return knownPaths.get(versionId) ?? [];
    };
    const catalogue = { ...names.catalogue, provision, paths };
    await turn();
    const citations: Citation[] = checkCitations(input.text, catalogue, { asOf, mentions });
    if (wanted.size === 0 && wantedPaths.size === 0) return citations;
    for (const key of wanted.keys()) known.set(key, null);
    for (const [key, found] of await fetchProvisions(deps.db, names, [...wanted.values()])) known.set(key, found);
    for (const versionId of wantedPaths) knownPaths.set(versionId, []);
    for (const [versionId, found] of await fetchPaths(deps.db, [...wantedPaths])) knownPaths.set(versionId, found);
  }
}

/** The label as the corpus writes it: 「第577条」 → 「第五百七十七条」. */
function plainLabel(label: string): string {
  const number = parseArticleLabel(label);
  return number ? articleLabel(number.number, number.suffix) : label;
}
