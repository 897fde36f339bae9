import type { Citation, Deadline, DraftContent, Mask, ReadFacts, TraceRepair } from '@lutai/contracts';
import type { LawHistory } from '../../corpus/laws/law-history.ts';
import { findingsOf } from '../../matters/gate/findings-of.ts';
import { conclusionPlaceholder } from '../answer-text.ts';
import { claimsOf } from '../claims-of.ts';
import type { CheckText, DraftAnswerInput, WrittenDraft } from '../drafter.ts';
import { lawNotes, withLawNotes } from '../law-notes.ts';
import { modelHelpNotices } from '../model-help-words.ts';
import { nearCase } from '../near-case.ts';
import { practitionerText } from '../practitioner-text.ts';
import { renderAnswer } from '../render-answer.ts';
import { assessRisk } from '../risk/index.ts';
import { dangerText, type JudgedRoute, type RouteData } from '../routes/index.ts';
import { topicProvisions } from '../topics/topic-words.ts';
import { type Basis, shownProvisions } from './find-basis.ts';
import type { ReadQuestion } from './read-question.ts';
import { routeNotices, silentReply } from './settle-route.ts';
import type { createStopwatch } from './stopwatch.ts';
import { traceChecks, traceClaims } from './trace-claims.ts';
import { traceHits } from './trace-hits.ts';

export type Finishing = {
  deps: { routes: RouteData; checkText: CheckText; lawHistory?: LawHistory };
  input: DraftAnswerInput;
  read: ReadQuestion;
  laps: Record<string, number>;
};
export type Written = {
  route: JudgedRoute;
  basis: Basis;
  written: WrittenDraft;
  drafter: DraftContent['drafter'];
  /** Said where the drafter fell back. */
  fell: string | null;
  masks: Mask[];
};

/** The text of what was written, checked as a whole, with its risk and the trace of every step. */
export async function finishAnswer(
  { deps, input, read, laps }: Finishing,
  { route, basis, written, drafter, fell, masks }: Written,
  clock: ReturnType<typeof createStopwatch>,
): Promise<DraftContent> {
  const { facts, retrieved, topics } = basis;
  const { provisions, claims, guidance, model, promptVersion, outcome } = written;
  const safety = route.route === 'danger' ? dangerText(deps.routes, route.key) : undefined;
  const shown = shownProvisions(provisions, retrieved.hits);
  const { day } = facts;
  const notes = await lawNotes(deps, { used: provisions, shown, facts, today: read.today, question: read.text });
  const text = withLawNotes(renderAnswer(written, { today: read.today, safety }), notes.paragraphs);
  const citations = await deps.checkText(text, day);
  const readFacts: ReadFacts = {
    ...read.facts,
    elements: topics.flatMap((topic) => topic.elements.map(({ state }) => state)),
  };
  const deadlines = guidance.deadlines.slice(0, 8);
  const traced = traceClaims({ claims, dropped: written.dropped, text, citations });
  clock.lap('check');
  return {
    ...{ outcome, text, citations, drafter, model, promptVersion, deadlines, triage: basis.triage },
    route: route.route,
    risk: assessRisk({
      ...riskOf({ input, read, route, deadlines }),
      supports: traced.filter(({ kept }) => kept).map(({ support }) => support),
      dropped: written.repair?.by === 'model' ? written.dropped.length : 0,
      nearCase: topics.length > 0 || nearCase(basis.cases, retrieved.hits) !== null,
      conclusionLeft: written.conclusion.includes(conclusionPlaceholder),
      draft: { question: input.question, text },
    }),
    practitionerText: practitionerText({ claims, facts: readFacts, asOf: day }),
    claims: claimsOf({ sentences: claims.map((claim) => claim.text), provisions, guidance }),
    missingFacts: guidance.missingFacts,
    asOf: day,
    factsDate: facts,
    provisions: notes.provisions,
    cases: retrieved.cases,
    notices: [
      ...(fell === null ? [] : [fell]),
      ...routeNotices(route, '最先有空的承办人'),
      ...written.notices,
      ...modelHelpNotices(retrieved.modelHelp),
      ...leftOut(basis.unsupported),
      ...basis.notices,
      ...notes.notices,
      ...faulty(text, citations),
    ],
    trace: {
      facts: readFacts,
      masks,
      topics: topics.map(({ topic, why }) => ({ id: topic.id, name: topic.name, why })),
      hits: traceHits({
        ...{ hits: retrieved.hits, further: written.further, used: provisions },
        topic: topics.flatMap(topicProvisions),
      }),
      claims: traced,
      checks: [...written.checks, ...traceChecks(citations, written.repair?.by === 'model' ? 2 : 1)],
      repair: written.repair ?? repairByRule(basis.unsupported),
      calls: [...(retrieved.modelHelp?.calls ?? []), ...written.calls],
      stepMs: laps,
    },
  };
}

/** The reply where nothing is drafted; what was found stays visible for the desk. */
export async function finishSilently(
  { deps, input, read, laps }: Finishing,
  of: { route: JudgedRoute; basis: Basis | null; written?: WrittenDraft; masks?: Mask[] },
): Promise<DraftContent> {
  const { route, basis, written, masks = [] } = of;
  const { text, goesTo } = silentReply(deps.routes, route);
  const asOf = basis?.facts.day ?? input.asOf ?? read.today;
  const citations = await deps.checkText(text, asOf);
  const hits = basis?.retrieved.hits ?? [];
  return {
    ...{ outcome: 'insufficient-basis', route: route.route, text, citations, claims: [], practitionerText: null },
    risk: assessRisk({
      ...riskOf({ input, read, route, deadlines: [] }),
      ...{ supports: [], dropped: 0, nearCase: false, conclusionLeft: false },
      draft: { question: input.question, text },
    }),
    ...{ missingFacts: [], deadlines: [], triage: basis?.triage ?? read.triage, asOf },
    ...(basis ? { factsDate: basis.facts } : {}),
    drafter: written?.model ? 'model' : 'extractive',
    model: written?.model ?? null,
    promptVersion: written?.promptVersion ?? null,
    provisions: hits.slice(0, 12),
    cases: basis?.retrieved.cases ?? [],
    notices: [
      ...routeNotices(route, goesTo),
      ...(written?.notices ?? []),
      ...modelHelpNotices(basis?.retrieved.modelHelp),
    ],
    trace: {
      facts: { ...read.facts, elements: [] },
      ...{ masks, topics: [], claims: traceClaims({ claims: [], dropped: written?.dropped ?? [], text, citations }) },
      hits: traceHits({ hits, topic: [], further: [], used: [] }),
      checks: [...(written?.checks ?? []), ...traceChecks(citations, 1)],
      repair: written?.repair ?? null,
      calls: [...(basis?.retrieved.modelHelp?.calls ?? []), ...(written?.calls ?? [])],
      stepMs: laps,
    },
  };
}

const riskOf = (of: Pick<Finishing, 'input' | 'read'> & { route: JudgedRoute; deadlines: Deadline[] }) => ({
  ...{ route: of.route.route, routeBecause: of.route.because, deadlines: of.deadlines, today: of.read.today },
  said: of.read.said.map(({ text }) => text),
  sums: of.read.facts.sums.map(({ yuan }) => yuan),
  earlier: of.input.earlierAnswers ?? [],
});

function repairByRule(unsupported: readonly string[]): TraceRepair | null {
  if (unsupported.length === 0) return null;
  return { by: 'rule', failed: [...unsupported], mended: [], dropped: [...unsupported] };
}

function leftOut(unsupported: readonly string[]): string[] {
  if (unsupported.length === 0) return [];
  const named = unsupported.slice(0, 3).join('、');
  const count = unsupported.length > 3 ? `等${unsupported.length}条` : '';
  return [`法规库中没有在所问日期有效的${named}${count}，引用它们的提示已省去；导入这些法规后可重新起草。`];
}

function faulty(text: string, citations: Citation[]): string[] {
  const count = findingsOf(text, citations).length;
  return count === 0 ? [] : [`有${count}处引用没有通过核对，逐处改正或写明理由放行之前不能核准。`];
}
