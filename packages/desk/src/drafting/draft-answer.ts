import type { Citation, DraftContent, SearchHit } from '@lutai/contracts';
import type { LawHistory } from '../corpus/laws/law-history.ts';
import { findingsOf } from '../matters/gate/findings-of.ts';
import { areaGuidance } from './area-guidance.ts';
import type { AreaKnowledge } from './area-schema.ts';
import { chinaDay } from './china-day.ts';
import type {
  CheckText,
  DraftAnswerInput,
  DraftAnswerOptions,
  Drafter,
  DraftingInput,
  Retrieve,
  WrittenDraft,
} from './drafter.ts';
import { failureWords } from './failure-words.ts';
import { lawNotes, withLawNotes } from './law-notes.ts';
import type { DeadlineData } from './load-deadlines.ts';
import { describeModelHelp, modelHelpNotices } from './model-help-words.ts';
import { refineArea } from './refine-area.ts';
import { scoreAreas } from './score-areas.ts';
import { searchQuestion } from './search-question.ts';
import { settleFactsDay } from './settle-facts-day.ts';
import { supportedGuidance } from './supported-guidance.ts';
import { emptyTrace } from './trace.ts';
import { triageQuestion } from './triage-question.ts';

export type DraftAnswerDeps = {
  areas: AreaKnowledge[];
  deadlines: DeadlineData;
  retrieve: Retrieve;
  checkText: CheckText;
  drafter: Drafter;
  /** Writes when `drafter` fails; must not need a network. */
  fallback: Drafter;
  now: () => Date;
  /** Which versions of each law there are; without it nothing is said of them. */
  lawHistory?: LawHistory;
};

const hitCount = 20;
const caseCount = 5;
const shownHits = 12;

/** Triage, retrieve, write, check: one question to a cited proposal. Nothing is stored and nothing is sent. */
export async function draftAnswer(
  deps: DraftAnswerDeps,
  input: DraftAnswerInput,
  options: DraftAnswerOptions = {},
): Promise<DraftContent> {
  const { onStep, signal } = options;
  const today = chinaDay(deps.now());
  const said = [...input.conversation.filter(({ from }) => from === 'client').map(({ text }) => text), input.question];
  const text = said.join('\n');

  const triaged = input.triage ?? triageQuestion(deps, { text, importance: input.importance });
  onStep?.('triage', `优先级${triaged.priority}：${triaged.reasons[0]?.why ?? ''}`);
  signal?.throwIfAborted();

  const question = searchQuestion(input);
  const { facts, ...settled } = await settleFactsDay(deps, {
    ...{ asOf: input.asOf, reading: input.reading ?? null, question, today, signal },
  });
  const asOf = facts.day;
  const wanted = { question, asOf, k: hitCount, caseCount, withModel: true };
  const retrieved = await deps.retrieve({ ...wanted, ...(signal ? { signal } : {}) });
  const found = `找到${retrieved.hits.length}条法条、${retrieved.cases.length}个已答案例`;
  onStep?.('retrieve', found + describeModelHelp(retrieved.modelHelp));
  signal?.throwIfAborted();

  const triage = refineArea(deps.areas, triaged, text, retrieved.hits);
  const area = deps.areas.find((candidate) => candidate.area === triage.area);
  const supported = await supportedGuidance(deps.checkText, {
    guidance: areaGuidance(
      { area, deadlines: deps.deadlines },
      {
        ...{ text, today },
        ...(input.said ? { said: input.said } : {}),
        ...(input.entered ? { entered: input.entered } : {}),
      },
    ),
    cases: retrieved.cases,
    asOf,
  });
  const { guidance, cases } = supported;
  const drafting: DraftingInput = {
    ...{ question: input.question, conversation: input.conversation, asOf, today, triage, guidance, cases },
    ...{
      hits: retrieved.hits,
      nearest: retrieved.nearest ?? null,
      areaScore: scoreAreas(deps.areas, text)[0]?.score ?? 0,
    },
    retrieve: deps.retrieve,
  };
  onStep?.('write', deps.drafter.kind === 'model' ? '语言模型正在起草' : '正在整理法条和办事资料');
  const { written, drafter } = await write(deps, drafting, options);
  signal?.throwIfAborted();

  onStep?.('check', '正在核对引用');
  const { provisions, ...content } = written;
  const shown = shownProvisions(provisions, retrieved.hits);
  const isFounded = written.outcome !== 'insufficient-basis';
  const notes = await lawNotes(deps, { used: isFounded ? provisions : [], shown, facts, today, question: text });
  const answer = withLawNotes(written.text, notes.paragraphs);
  const citations = await deps.checkText(answer, asOf);
  onStep?.('done', '');
  return {
    ...content,
    route: written.outcome === 'insufficient-basis' ? 'no-basis' : 'answer',
    risk: { level: 'low', reasons: [] },
    practitionerText: null,
    trace: emptyTrace(),
    text: answer,
    citations,
    // What bears on nothing found tells nothing of its area either.
    triage: written.outcome === 'insufficient-basis' ? triaged : triage,
    drafter,
    asOf,
    factsDate: facts,
    provisions: notes.provisions,
    cases: retrieved.cases,
    notices: [
      ...written.notices,
      ...modelHelpNotices(retrieved.modelHelp),
      ...leftOut(written, supported.unsupported),
      ...settled.notices,
      ...notes.notices,
      ...faulty(answer, citations),
    ],
  };
}

async function write(deps: DraftAnswerDeps, input: DraftingInput, options: DraftAnswerOptions) {
  try {
    return { written: await deps.drafter.draft(input, options), drafter: deps.drafter.kind };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (deps.drafter.kind === deps.fallback.kind) throw error;
    const written = await deps.fallback.draft(input, options);
    const notice = `语言模型未能完成（${failureWords(error)}），以下为无模型草稿。`;
    return { written: { ...written, notices: [notice, ...written.notices] }, drafter: deps.fallback.kind };
  }
}

/** What the text rests on first, then what else was found, for the agent beside the draft. */
function shownProvisions(used: SearchHit[], hits: SearchHit[]): SearchHit[] {
  const ids = new Set(used.map(({ provisionId }) => provisionId));
  return [...used, ...hits.filter(({ provisionId }) => !ids.has(provisionId))].slice(0, shownHits);
}

function leftOut({ outcome }: WrittenDraft, unsupported: string[]): string[] {
  if (unsupported.length === 0 || outcome === 'insufficient-basis') return [];
  const named = unsupported.slice(0, 3).join('、');
  const count = unsupported.length > 3 ? `等${unsupported.length}条` : '';
  return [`法规库中没有在所问日期有效的${named}${count}，引用它们的办事提示已省去；导入这些法规后可重新起草。`];
}

function faulty(text: string, citations: Citation[]): string[] {
  const count = findingsOf(text, citations).length;
  return count === 0 ? [] : [`有${count}处引用没有通过核对，逐处改正或写明理由放行之前不能核准。`];
}
