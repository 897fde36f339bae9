import { createEmbedder } from '@lutai/embedder';
import { describe, expect, it } from 'vitest';
import { createLexicalBuilder, createLexicalIndex } from '../lexical/lexical-index.ts';
import { createAnsweredQuestions } from '../memory/answered-questions.ts';
import { passageText } from '../passage-text.ts';
import { createProvisionCatalogue, toCatalogueData } from '../storage/provision-catalogue.ts';
import { smallCases, smallCorpus } from '../testing/index.ts';
import { embedPassages } from '../vectors/embed-passages.ts';
import { cosineAt, toUnit } from '../vectors/vector-table.ts';
import { readCorpusFacts } from './corpus-facts.ts';
import { FEATURES, featureNames, gatherCandidates } from './features.ts';
import { readSignals } from './question-signals.ts';

const embeddings = createEmbedder();
const passages = smallCorpus.map(passageText);
const { table } = await embedPassages(passages, embeddings, null, async () => {});
const catalogue = createProvisionCatalogue(toCatalogueData(smallCorpus));
const facts = readCorpusFacts(catalogue);
const headingTable = (await embedPassages(facts.headings, embeddings, null, async () => {})).table;
const known = [{ text: '喝了酒开车会怎么罚', citations: ['示例道路交通安全法第九十一条'] }];
const knownTable = (await embedPassages([known[0]?.text ?? ''], embeddings, null, async () => {})).table;
const answered = await createAnsweredQuestions({
  embeddings,
  catalogue,
  table,
  lawOf: facts.lawOf,
  known,
  knownTable,
  cases: smallCases,
});
const builder = createLexicalBuilder();
for (const passage of passages) builder.add(passage);
const sources = { table, headingTable, facts, statistics: answered.statistics, answered };
const lexical = createLexicalIndex(builder.finish());
const text = '饮酒开机动车被交警查了';
const vector = toUnit(await embeddings.embedQuery(text));
const placeOf = (id: string) => catalogue.placeOf(id) ?? -1;
const drink = placeOf('traffic:2004-05-01:第九十一条');
const everything = new Uint8Array(smallCorpus.length).fill(1);

const ask = (allowed = everything, only?: { cases: boolean; known: boolean }) =>
  readSignals({ table, lexical, answered }, { text, vector, near: [drink], allowed }, only);

describe('the signals of a question', () => {
  it('have mean and deviation of cosines and words over the corpus', () => {
    const { cosineSpread, lexicalSpread, lexical: scores } = ask();
    const cosines = smallCorpus.map((_, place) => cosineAt(table, place, vector));
    const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
    const variance = cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cosines.length;
    expect(cosineSpread.mean).toBeCloseTo(mean, 10);
    expect(cosineSpread.deviation).toBeCloseTo(Math.sqrt(variance), 10);
    expect(lexicalSpread.mean).toBeCloseTo(scores.reduce((sum, value) => sum + value, 0) / scores.length, 6);
  });

  it('put forward by words only what may appear and shares a word', () => {
    const worded = [...Array.from(ask().worded)];
    expect(worded).toContain(drink);
    expect(worded.every((place) => (ask().lexical[place] ?? 0) > 0)).toBe(true);
    const allowed = everything.slice();
    allowed[drink] = 0;
    expect(Array.from(ask(allowed).worded)).not.toContain(drink);
  });

  it('hear known questions and cases, each only where it is asked for', () => {
    expect(ask().answered.nearest).toHaveLength(3);
    expect(ask(everything, { cases: false, known: true }).answered.nearest).toHaveLength(1);
    const { answered: onlyCases } = ask(everything, { cases: true, known: false });
    expect(onlyCases.nearest).toHaveLength(2);
    expect(onlyCases.nearest[0]?.places).toContain(drink);
    expect(onlyCases.cases(1)[0]?.caseId).toBe('case-drink');
  });
});

describe('the candidates of a question', () => {
  const feature = (features: Float32Array, row: number, name: (typeof featureNames)[number]) =>
    features[row * FEATURES + featureNames.indexOf(name)];

  it('are each described once, in order of place, and by numbers that are finite', () => {
    const { places, cosines, features } = gatherCandidates(sources, ask());
    expect([...places]).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(features).toHaveLength(places.length * FEATURES);
    expect(features.every(Number.isFinite)).toBe(true);
    for (const [row, place] of places.entries()) {
      expect(cosines[row]).toBeCloseTo(cosineAt(table, place, vector), 6);
      expect(feature(features, row, 'cosine')).toBe(cosines[row]);
    }
  });

  it('carry what answered questions say for them', () => {
    const { places, features } = gatherCandidates(sources, ask());
    const row = places.indexOf(drink);
    const { nearest } = ask().answered;
    expect(feature(features, row, 'nearest question on this provision')).toBeCloseTo(nearest[0]?.similarity ?? 0, 6);
    expect(feature(features, row, 'mean of the three nearest on it')).toBeCloseTo(
      ((nearest[0]?.similarity ?? 0) + (nearest[1]?.similarity ?? 0)) / 2,
      6,
    );
    expect(feature(features, row, 'ln questions on this provision')).toBeCloseTo(Math.log(3), 6);
  });

  it('leave out what may not appear, whoever puts it forward', () => {
    const allowed = everything.slice();
    allowed[drink] = 0;
    expect([...gatherCandidates(sources, ask(allowed)).places]).not.toContain(drink);
  });
});
