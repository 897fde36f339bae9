import type { DraftContent, Mask } from '@lutai/contracts';
import type { LawHistory } from '../corpus/laws/law-history.ts';
import { createMasker } from '../privacy/index.ts';
import type { AreaKnowledge } from './area-schema.ts';
import type { CheckText, DraftAnswerInput, DraftAnswerOptions, Drafter, DraftingInput, Retrieve } from './drafter.ts';
import { failureWords } from './failure-words.ts';
import type { DeadlineData } from './load-deadlines.ts';
import { describeModelHelp } from './model-help-words.ts';
import { type Basis, findBasis } from './pipeline/find-basis.ts';
import { finishAnswer, finishSilently } from './pipeline/finish-content.ts';
import { type ReadQuestion, readQuestion } from './pipeline/read-question.ts';
import { createStopwatch } from './pipeline/stopwatch.ts';
import type { JudgedRoute, RouteData } from './routes/index.ts';
import type { Topic } from './topics/topic-schema.ts';

export type DraftAnswerDeps = {
  areas: AreaKnowledge[];
  topics: Topic[];
  deadlines: DeadlineData;
  routes: RouteData;
  retrieve: Retrieve;
  checkText: CheckText;
  drafter: Drafter;
  /** Writes when `drafter` fails; must not need a network. */
  fallback: Drafter;
  now: () => Date;
  /** Which versions of each law there are; without it nothing is said of them. */
  lawHistory?: LawHistory;
};

/**
 * One question to a cited proposal: read the facts, settle the route, mask, retrieve as of the day of the facts, write,
 * check, put into plain words. Nothing is stored and nothing is sent; every step stands in `trace`.
 */
export async function draftAnswer(
  deps: DraftAnswerDeps,
  input: DraftAnswerInput,
  options: DraftAnswerOptions = {},
): Promise<DraftContent> {
  const { onStep, signal } = options;
  const clock = createStopwatch();
  const read = readQuestion(deps, input);
  const { triage, spoken } = read;
  onStep?.('triage', `优先级${triage.priority}：${triage.reasons[0]?.why ?? ''}`);
  signal?.throwIfAborted();
  clock.lap('facts');
  const silent = { deps, input, read, laps: clock.laps };
  if (spoken !== null && spoken.route !== 'danger') {
    onStep?.('done', '');
    return finishSilently(silent, { route: spoken, basis: null });
  }

  const masker = createMasker({ names: input.knownNames ?? [] });
  const leaves = deps.drafter.kind === 'model';
  const basis = await findBasis(deps, read, input, { masker: leaves ? masker : null, signal });
  const { retrieved } = basis;
  const found = `找到${retrieved.hits.length}条法条、${retrieved.cases.length}个已答案例`;
  onStep?.('retrieve', found + describeModelHelp(retrieved.modelHelp));
  clock.lap('retrieve');
  const route: JudgedRoute = spoken ?? basis.route;
  if (basis.route.route !== 'answer') {
    onStep?.('done', '');
    return finishSilently(silent, { route, basis });
  }

  onStep?.('write', leaves ? '语言模型正在起草' : '正在整理法条和办事资料');
  const drafting = draftingInput(deps, { read, input, basis, masker });
  const { written, drafter, fell } = await write(deps, drafting, options);
  clock.lap('write');
  signal?.throwIfAborted();
  if (written.route !== 'answer') {
    onStep?.('done', '');
    const said = {
      route: written.route,
      because: '语言模型读过问题和法条后这样认为',
      key: written.route === 'harm' ? 'other-wrong' : written.route,
    };
    return finishSilently(silent, { route: spoken ?? said, basis, written, masks: masksOf(leaves, masker.masks()) });
  }

  onStep?.('check', '正在核对引用');
  const masks = masksOf(leaves, masker.masks());
  const content = await finishAnswer(silent, { route, basis, written, drafter, fell, masks }, clock);
  options.onText?.(content.text);
  onStep?.('done', '');
  return content;
}

/** Without an outside model nothing leaves, and nothing is masked. */
const masksOf = (leaves: boolean, masks: Mask[]): Mask[] => (leaves ? masks : []);

function draftingInput(
  deps: DraftAnswerDeps,
  of: { read: ReadQuestion; input: DraftAnswerInput; basis: Basis; masker: DraftingInput['masker'] },
): DraftingInput {
  const { read, input, basis, masker } = of;
  const { topics, guidance, cases, areaScore, triage, retrieved } = basis;
  const elements = topics.flatMap((topic) => topic.elements.map(({ state }) => state));
  return {
    ...{ question: input.question, conversation: input.conversation, asOf: basis.facts.day, today: read.today },
    ...{ triage, topics, guidance, cases, areaScore, masker, retrieve: deps.retrieve },
    ...{ facts: { ...read.facts, elements }, hits: retrieved.hits, nearest: retrieved.nearest ?? null },
  };
}

async function write(deps: DraftAnswerDeps, input: DraftingInput, options: DraftAnswerOptions) {
  const { signal, onText } = options;
  const given = { ...(signal ? { signal } : {}), ...(onText ? { onText } : {}) };
  try {
    return { written: await deps.drafter.draft(input, given), drafter: deps.drafter.kind, fell: null };
  } catch (error) {
    signal?.throwIfAborted();
    if (deps.drafter.kind === deps.fallback.kind) throw error;
    const written = await deps.fallback.draft(input, given);
    const fell = `语言模型未能完成（${failureWords(error)}），以下为无模型草稿。`;
    return { written, drafter: deps.fallback.kind, fell };
  }
}
