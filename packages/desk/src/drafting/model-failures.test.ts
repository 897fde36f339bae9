import { createWorkCalendar, deadlineCatalogue } from '@lutai/law';
import { completionReply, errorReply, streamReply } from '@lutai/model/testing';
import { expect, it } from 'vitest';
import { type DraftAnswerDeps, draftAnswer } from './draft-answer.ts';
import type { DraftAnswerInput } from './drafter.ts';
import { createExtractiveDrafter } from './extractive-drafter.ts';
import { checkTextKnowing, hits } from './testing/hits.ts';
import { noRoutes } from './testing/no-routes.ts';
import {
  type DrafterSettings,
  scriptedDrafter,
  soundAnswer,
  startScriptedEndpoint,
} from './testing/scripted-drafter.ts';

const { serve } = startScriptedEndpoint();
const noDeadlines = { catalogue: deadlineCatalogue([]), calendar: createWorkCalendar([]) };
const input: DraftAnswerInput = {
  question: '没签劳动合同能要双倍工资吗',
  conversation: [],
  asOf: null,
  importance: 'standard',
};
const deps = (settings: DrafterSettings = {}): DraftAnswerDeps => ({
  ...{ areas: [], topics: [], routes: noRoutes, deadlines: noDeadlines },
  retrieve: async () => ({ hits, cases: [], nearest: 0.9 }),
  checkText: checkTextKnowing(['中华人民共和国劳动合同法', '中华人民共和国劳动争议调解仲裁法']),
  drafter: scriptedDrafter(settings),
  fallback: createExtractiveDrafter(),
  now: () => new Date('2026-03-01T02:00:00Z'),
});

it.each([
  ['500 again and again', () => errorReply(500, 'boom'), '服务出错'],
  ['401', () => errorReply(401, 'bad key'), '密钥无效或没有权限'],
  ['429', () => errorReply(429, 'slow down'), '请求过于频繁或额度用尽'],
  ['no JSON', () => completionReply('我拒绝用 JSON'), '回复格式无法识别'],
  ['the wrong shape', () => completionReply('{"answer":"是"}'), '回复内容不完整'],
  ['a refusal', () => completionReply(null, { refusal: 'no' }), '拒绝回答'],
])('%s leaves an extractive draft that says why', async (_name, reply, why) => {
  serve(reply);
  const content = await draftAnswer(deps(), input);
  expect(content.drafter).toBe('extractive');
  expect(content.notices[0]).toBe(`语言模型未能完成（${why}），以下为无模型草稿。`);
  expect(content.citations.every(({ state }) => state === 'ok')).toBe(true);
});

it('silence: the time-out leaves an extractive draft', async () => {
  serve(() => streamReply({ pieces: ['{'], end: 'silence' }));
  const content = await draftAnswer(deps({ idleTimeoutMs: 50 }), input, { onText: () => {} });
  expect(content.notices[0]).toContain('超时');
});

it('slowness: cancelling ends it without any draft', async () => {
  serve(() => streamReply({ pieces: [...JSON.stringify(soundAnswer)], delayMs: 20 }));
  const controller = new AbortController();
  const drafting = draftAnswer(deps(), input, { signal: controller.signal, onText: () => controller.abort() });
  await expect(drafting).rejects.toThrow(/abort/iu);
});
