import { join } from 'node:path';
import { draftContentSchema } from '@lutai/contracts';
import { ModelError } from '@lutai/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelHelp } from '../corpus/search/model/index.ts';
import type { AreaKnowledge } from './area-schema.ts';
import { loadAreas } from './areas.ts';
import { type DraftAnswerDeps, draftAnswer } from './draft-answer.ts';
import type { DraftAnswerInput, Drafter } from './drafter.ts';
import { createExtractiveDrafter } from './extractive-drafter.ts';
import { type DeadlineData, loadDeadlines } from './load-deadlines.ts';
import { loadRoutes, type RouteData } from './routes/index.ts';
import { checkTextKnowing, hits, nearCaseHit } from './testing/hits.ts';
import { loadTopics } from './topics/load-topics.ts';
import type { Topic } from './topics/topic-schema.ts';

let areas: AreaKnowledge[];
let deadlines: DeadlineData;
let topics: Topic[];
let routes: RouteData;
beforeAll(async () => {
  const corpus = join(import.meta.dirname, '../../../../corpus');
  areas = await loadAreas(join(corpus, 'catalogue/areas'));
  deadlines = await loadDeadlines(corpus);
  topics = await loadTopics(join(corpus, 'catalogue/topics'));
  routes = await loadRoutes(join(corpus, 'catalogue/routes.yaml'));
});
const labourLaws = ['中华人民共和国劳动合同法', '中华人民共和国劳动争议调解仲裁法'];

function deps(overrides: Partial<DraftAnswerDeps> = {}): DraftAnswerDeps {
  const extractive = createExtractiveDrafter();
  return {
    areas,
    topics,
    routes,
    deadlines,
    retrieve: async () => ({ hits, cases: [nearCaseHit], nearest: 0.9 }),
    checkText: checkTextKnowing(labourLaws),
    drafter: extractive,
    fallback: extractive,
    now: () => new Date('2026-03-01T02:00:00Z'),
    ...overrides,
  };
}
const input: DraftAnswerInput = {
  question: '我在公司上班半年没签劳动合同，2025年12月20日被辞退，能要双倍工资吗',
  conversation: [],
  asOf: null,
  importance: 'standard',
};

it('makes a whole proposal whose citations all stand', async () => {
  const steps: string[] = [];
  const content = await draftAnswer(deps(), input, { onStep: (step) => steps.push(step) });
  expect(draftContentSchema.parse(content)).toEqual(content);
  expect(content).toMatchObject({ asOf: '2026-03-01', drafter: 'extractive', triage: { area: 'labour' } });
  expect(content.citations.length).toBeGreaterThan(3);
  expect(content.citations.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(content.deadlines[0]).toMatchObject({ name: '申请劳动仲裁', date: '2026-12-21', startDay: '2025-12-20' });
  expect(content.deadlines[0]?.steps.join('')).toMatch(/当日不计入.+星期日.+顺延/u);
  expect(content.text).toContain('最晚到2026年12月21日');
  expect(steps).toEqual(['triage', 'retrieve', 'write', 'check', 'done']);
});

it('counts deadlines from the days on which the client wrote', async () => {
  const question = '我上班半年没签劳动合同，昨天被辞退，能要双倍工资吗';
  const content = await draftAnswer(deps(), {
    ...{ ...input, question },
    said: [{ text: question, askedOn: '2025-12-21' }],
  });
  expect(content.deadlines[0]).toMatchObject({ name: '申请劳动仲裁', startDay: '2025-12-20' });
});

it('leaves out of steps and deadlines what the corpus does not support, and says so', async () => {
  const content = await draftAnswer(deps(), input);
  expect(content.text).not.toContain('诉讼费用交纳办法');
  expect(content.text).not.toContain('劳动保障监察条例');
  expect(content.notices.join()).toContain('已省去');
});

it('does not borrow from a case with a citation that does not stand', async () => {
  const unsound = { ...nearCaseHit, answer: `${nearCaseHit.answer}（《中华人民共和国合同法》第一条）` };
  const content = await draftAnswer(deps({ retrieve: async () => ({ hits, cases: [unsound], nearest: 0.9 }) }), input);
  expect(content.text).not.toContain('从第二个月起');
});

it('searches with what the client said before when the question alone says little', async () => {
  const asked: string[] = [];
  const retrieve: DraftAnswerDeps['retrieve'] = async ({ question }) => {
    asked.push(question);
    return { hits, cases: [] };
  };
  const conversation = [
    { from: 'client' as const, text: '公司没签劳动合同' },
    { from: 'desk' as const, text: '请补充' },
  ];
  await draftAnswer(deps({ retrieve }), { ...input, question: '那要多久内提出？', conversation });
  expect(asked).toEqual(['公司没签劳动合同\n那要多久内提出？']);
});

it('lets the model help the search, and says what it did and what it did not', async () => {
  const modelHelp = {
    rewrite: 'used',
    hyde: 'off',
    rerank: 'failed',
    why: { rerank: '超时' },
    calls: [],
  } satisfies ModelHelp;
  const asked: (boolean | undefined)[] = [];
  const retrieve: DraftAnswerDeps['retrieve'] = async ({ withModel }) => {
    asked.push(withModel);
    return { hits, cases: [], nearest: 0.9, modelHelp };
  };
  const steps: string[] = [];
  const content = await draftAnswer(deps({ retrieve }), input, { onStep: (step, detail) => steps.push(step + detail) });
  expect(asked).toEqual([true]);
  expect(steps).toContain('retrieve找到3条法条、0个已答案例（语言模型帮助改写问题）');
  expect(content.notices.filter((notice) => notice.includes('检索时'))).toEqual([
    '检索时语言模型没有完成：排列法条（超时）。法条的找法和次序没有用到这部分，其余不受影响。',
  ]);
});

it('keeps a triage that was already made, but sees the area again with the provisions; keeps the day of the facts', async () => {
  const triage = {
    ...{
      area: 'lending' as const,
      urgency: 'urgent' as const,
      complexity: 'simple' as const,
      priority: 2,
      dueInHours: 8,
    },
    reasons: [{ field: 'urgency', value: 'urgent', why: '期限临近' }],
  };
  const content = await draftAnswer(deps(), { ...input, triage, asOf: '2024-05-01' });
  expect(content.triage).toMatchObject({ area: 'labour', urgency: 'urgent', priority: 2, dueInHours: 8 });
  expect(content.triage.reasons.map(({ field }) => field)).toEqual(['area', 'urgency']);
  expect(content.asOf).toBe('2024-05-01');
});

describe('when the drafter fails', () => {
  const failing = (error: unknown): Drafter => ({ kind: 'model', draft: () => Promise.reject(error) });

  it('the fallback writes and the draft says so', async () => {
    const drafter = failing(new ModelError('timeout', 'no answer'));
    const content = await draftAnswer(deps({ drafter }), input);
    expect(content).toMatchObject({ drafter: 'extractive', model: null });
    expect(content.notices[0]).toBe('语言模型未能完成（超时），以下为无模型草稿。');
  });

  it('a cancelled draft is not written by the fallback', async () => {
    const controller = new AbortController();
    const drafter: Drafter = {
      kind: 'model',
      draft: () => {
        controller.abort();
        return Promise.reject(new ModelError('cancelled', 'cancelled'));
      },
    };
    await expect(draftAnswer(deps({ drafter }), input, { signal: controller.signal })).rejects.toThrow(/abort/iu);
  });
});
