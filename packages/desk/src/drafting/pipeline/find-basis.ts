import type { CaseHit, FactsDay, MissingFact, SearchHit, Triage } from '@lutai/contracts';
import type { LawHistory } from '../../corpus/laws/law-history.ts';
import type { Masker } from '../../privacy/index.ts';
import { areaGuidance } from '../area-guidance.ts';
import type { AreaKnowledge } from '../area-schema.ts';
import type { AreaGuidance, CheckText, DraftAnswerInput, Retrieve, Retrieved } from '../drafter.ts';
import type { DeadlineData } from '../load-deadlines.ts';
import { refineArea } from '../refine-area.ts';
import { type JudgedRoute, judgeFoundRoute, type RouteData, type RouteShares } from '../routes/index.ts';
import { scoreAreas } from '../score-areas.ts';
import { settleFactsDay } from '../settle-facts-day.ts';
import { supportedGuidance } from '../supported-guidance.ts';
import { asksTheSame } from '../topics/asks-the-same.ts';
import { matchTopics } from '../topics/match-topics.ts';
import { missingOf, mostQuestions } from '../topics/read-elements.ts';
import type { Topic } from '../topics/topic-schema.ts';
import { type UsableTopic, usableTopics } from '../topics/usable-topics.ts';
import type { ReadQuestion } from './read-question.ts';

export type FindBasisDeps = {
  areas: AreaKnowledge[];
  topics: Topic[];
  deadlines: DeadlineData;
  retrieve: Retrieve;
  checkText: CheckText;
  routes: RouteData;
  lawHistory?: LawHistory;
};
export type Basis = {
  facts: FactsDay;
  retrieved: Retrieved;
  route: JudgedRoute;
  triage: Triage;
  topics: UsableTopic[];
  guidance: AreaGuidance;
  cases: CaseHit[];
  areaScore: number;
  /** Citations of the desk's own data that the corpus does not bear out on that day. */
  unsupported: string[];
  notices: string[];
};

const hitCount = 20;
const caseCount = 5;

/** What bears on the question as of the day of its facts: provisions, cases, topics, guidance; and whether that is enough. */
export async function findBasis(
  deps: FindBasisDeps,
  read: ReadQuestion,
  input: DraftAnswerInput,
  options: { masker: Masker | null; signal?: AbortSignal | undefined },
): Promise<Basis> {
  const { today, text } = read;
  const { masker, signal } = options;
  const question = masker ? masker.mask(read.facts.searched) : read.facts.searched;
  const { facts, notices } = await settleFactsDay(deps, {
    ...{ asOf: input.asOf, reading: input.reading ?? null, question, today, signal },
  });
  const asOf = facts.day;
  const wanted = { question, asOf, k: hitCount, caseCount, withModel: true };
  const found = await deps.retrieve({ ...wanted, ...(signal ? { signal } : {}) });
  const retrieved = { ...found, hits: await standingHits(deps.checkText, found.hits, asOf) };
  signal?.throwIfAborted();

  const areaScore = scoreAreas(deps.areas, text)[0]?.score ?? 0;
  const refined = refineArea(deps.areas, read.triage, text, retrieved.hits);
  const matched = matchTopics(deps.topics, { text, hits: retrieved.hits, area: refined.area });
  const { topics, ...told } = await usableTopics(deps.checkText, { matched, hits: retrieved.hits, text, asOf });
  const asked = { question: input.question, conversation: input.conversation, areaScore };
  const unknownLaw = topics.length > 0 ? null : await lawNotHeld(deps.checkText, input.question, asOf);
  const learnt = deps.routes.learnt?.(input.question.slice(0, 400)) ?? null;
  const route = routeOf(
    { ...asked, unknownLaw, learnt, hits: retrieved.hits, nearest: retrieved.nearest ?? null },
    topics,
  );
  const area = deps.areas.find((candidate) => candidate.area === refined.area);
  const supported = await supportedGuidance(deps.checkText, {
    guidance: withTopics(
      areaGuidance(
        { area, deadlines: deps.deadlines },
        {
          text,
          today,
          ...(input.said ? { said: input.said } : {}),
          ...(input.entered ? { entered: input.entered } : {}),
        },
      ),
      topics,
    ),
    cases: retrieved.cases,
    asOf,
  });
  return {
    ...{ facts, retrieved, route, topics, areaScore, notices },
    // What bears on nothing found tells nothing of its area either.
    triage: route.route === 'answer' ? refined : read.triage,
    guidance: supported.guidance,
    cases: supported.cases,
    unsupported: [...new Set([...told.unsupported, ...supported.unsupported])],
  };
}

/** Without what may not be cited on that day: a law of which a later text is known, but not held. */
async function standingHits(checkText: CheckText, hits: readonly SearchHit[], asOf: string): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const checked = await checkText(hits.map(({ citation }) => citation).join('\n'), asOf);
  const faulty = new Set(checked.filter(({ state }) => state !== 'ok').map(({ raw }) => raw));
  return hits.filter(({ citation }) => !faulty.has(citation));
}

/** Where a topic was told, the corpus bears on the question; else what the client names, what it looks like and how near it comes. */
function routeOf(
  found: Parameters<typeof judgeFoundRoute>[0] & { unknownLaw: string | null; learnt: RouteShares | null },
  topics: readonly UsableTopic[],
): JudgedRoute {
  const { unknownLaw, learnt, nearest } = found;
  if (topics.length > 0) return { route: 'answer', because: `说的是“${topics[0]?.topic.name}”`, key: 'answer' };
  if (unknownLaw !== null) {
    return { route: 'no-basis', because: `客户提到的${unknownLaw}在法规库里没有找到`, key: 'no-basis' };
  }
  for (const route of ['no-basis', 'not-legal'] as const) {
    const share = learnt?.[route] ?? 0;
    if (share < silentShares.sure && (share < silentShares.likely || (nearest ?? 1) >= silentShares.near)) continue;
    const because = route === 'no-basis' ? '问的像是地方、单位内部或者还没有的规定' : '读起来不像法律问题';
    return { route, because: `${because}（把握${Math.round(share * 100)}%）`, key: route };
  }
  return judgeFoundRoute(found);
}

/** From which learnt share on nothing is answered: by itself, or where the nearest provision is not that near either. */
const silentShares = { sure: 0.55, likely: 0.3, near: 0.72 };

/** A law that the question names in 《》 and the corpus does not know at all. */
async function lawNotHeld(checkText: CheckText, question: string, asOf: string): Promise<string | null> {
  if (!question.includes('《')) return null;
  const checked = await checkText(question, asOf);
  return checked.find(({ state, raw }) => state === 'not-found' && raw.includes('《'))?.raw.slice(0, 60) ?? null;
}

/** The elements of the topics are asked for first, then what is asked of the area in general; at most three. */
function withTopics(guidance: AreaGuidance, topics: readonly UsableTopic[]): AreaGuidance {
  if (topics.length === 0) return guidance;
  const asked = missingOf(topics.map(({ elements }) => elements));
  const besides = guidance.missingFacts.filter(
    (fact) => !asked.some(({ key, question }) => key === fact.key || asksTheSame(question, fact.question)),
  );
  const missingFacts: MissingFact[] = [...asked, ...besides].slice(0, mostQuestions);
  return { ...guidance, missingFacts };
}

/** What a draft may show beside its text: what it rests on first, then what else was found. */
export function shownProvisions(used: readonly SearchHit[], hits: readonly SearchHit[], most = 12): SearchHit[] {
  const ids = new Set(used.map(({ provisionId }) => provisionId));
  return [...used, ...hits.filter(({ provisionId }) => !ids.has(provisionId))].slice(0, most);
}
