import { EmbeddedEmbeddings } from '@lutai/embedder';
import { encodeWeights, type LabelledQuestion, type TrainingData, type Weights } from '@lutai/embedder/train';
import { buildLexical } from '../src/build-search-index.ts';
import { createLexicalIndex, type LexicalData } from '../src/lexical/lexical-index.ts';
import { createAnsweredQuestions } from '../src/memory/answered-questions.ts';
import { passageText } from '../src/passage-text.ts';
import { readCorpusFacts } from '../src/ranking/corpus-facts.ts';
import type { RankingSources } from '../src/ranking/features.ts';
import type { SignalSources } from '../src/ranking/question-signals.ts';
import {
  createProvisionCatalogue,
  type ProvisionCatalogue,
  toCatalogueData,
} from '../src/storage/provision-catalogue.ts';
import { embedPassages } from '../src/vectors/embed-passages.ts';

/** What stays the same for all models that are trained on one corpus. */
export interface TrainingCorpus {
  data: TrainingData;
  passages: readonly string[];
  catalogue: ProvisionCatalogue;
  lexical: LexicalData;
  /** What a question may be answered with: STARD ranks its own corpus, our questions the newest version of each article. */
  allowed: Record<LabelledQuestion['source'], Uint8Array>;
}

const idOf = (place: number) => `p${place}`;

export async function readTrainingCorpus(data: TrainingData, signal?: AbortSignal): Promise<TrainingCorpus> {
  const records = data.provisions.map(({ law, article, path, text, day }, place) => ({
    provisionId: idOf(place),
    lawId: law,
    versionId: `${law}|${day}`,
    law,
    article,
    path: path === '' ? [] : [path],
    level: 'other',
    effectiveFrom: day === '' ? null : day,
    effectiveTo: null,
    text,
  }));
  const passages = records.map(passageText);
  const lexical = await buildLexical(passages, async () => signal?.throwIfAborted());
  const newest = new Map<string, number>();
  for (const [place, { law, article, effectiveFrom }] of records.entries()) {
    const known = records[newest.get(law + article) ?? -1];
    if (!known || (known.effectiveFrom ?? '') <= (effectiveFrom ?? '')) newest.set(law + article, place);
  }
  const allowed = {
    stard: Uint8Array.from(records, (_, place) => Number(data.stardCorpus.has(place))),
    own: Uint8Array.from(records, ({ law, article }, place) => Number(newest.get(law + article) === place)),
  };
  return { data, passages, catalogue: createProvisionCatalogue(toCatalogueData(records)), lexical, allowed };
}

/** Everything that a search with this model would have, these questions being the answered ones. */
export async function openContext(
  corpus: TrainingCorpus,
  weights: Weights,
  answered: readonly LabelledQuestion[],
  signal?: AbortSignal,
): Promise<RankingSources & SignalSources & { embed: (text: string) => Float32Array }> {
  const { catalogue, passages } = corpus;
  const embeddings = new EmbeddedEmbeddings(encodeWeights(weights));
  const breathe = async () => signal?.throwIfAborted();
  const { table } = await embedPassages(passages, embeddings, null, breathe);
  const facts = readCorpusFacts(catalogue);
  const headings = await embedPassages(facts.headings, embeddings, null, breathe);
  const known = answered.map(({ text, provisions }) => ({ text, places: provisions }));
  const { table: knownTable } = await embedPassages(
    known.map(({ text }) => text),
    embeddings,
    null,
    breathe,
  );
  const memory = await createAnsweredQuestions({
    embeddings,
    catalogue,
    table,
    lawOf: facts.lawOf,
    known,
    knownTable,
    cases: [],
  });
  return {
    table,
    headingTable: headings.table,
    facts,
    lexical: createLexicalIndex(corpus.lexical),
    answered: memory,
    statistics: memory.statistics,
    embed: embeddings.embed,
  };
}
