import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from '@lutai/contracts';
import { expect, it } from 'vitest';
import { evaluateRoutes, readRouteMessages } from './evaluate-routes.ts';

const file = (...lines: object[]) => {
  const path = join(mkdtempSync(join(tmpdir(), 'routes-')), 'routes.jsonl');
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};
const options = { signal: new AbortController().signal, onProgress: () => {} };

it('counts where each message went, and whether the silent ones were abstained from at all', async () => {
  const messages = readRouteMessages(
    file(
      { id: '1', text: '他在砸门', route: 'danger' },
      { id: '2', text: '今天下雨吗', route: 'not-legal' },
      { id: '3', text: '加州租房', route: 'foreign-law' },
      { id: '4', text: '押金不退', route: 'answer' },
    ),
  );
  const said: Record<string, Route> = { 他在砸门: 'danger', 今天下雨吗: 'no-basis' };
  const desk = {
    ask: async ({ question }: { question: string }): Promise<{ route: Route }> => ({
      route: said[question] ?? 'answer',
    }),
  };
  const report = await evaluateRoutes(desk, messages, options);
  expect(report).toMatchObject({ messages: 4, abstained: 0.5 });
  expect(report.found).toMatchObject({ danger: 1, 'not-legal': 0, 'foreign-law': 0, answer: 1, harm: null });
  expect(report.table['not-legal']['no-basis']).toBe(1);
  expect(report.wrong.map(({ id, found }) => [id, found])).toEqual([
    ['2', 'no-basis'],
    ['3', 'answer'],
  ]);
});

it.each([
  [[{ id: '1', text: 'x', route: 'elsewhere' }], /routes\.jsonl/u],
  [
    [
      { id: '1', text: 'x', route: 'answer' },
      { id: '1', text: 'y', route: 'answer' },
    ],
    /第 2 行与第 1 行重复：1/u,
  ],
  [[], /没有消息/u],
])('names what is wrong in a file', (lines, why) => {
  expect(() => readRouteMessages(file(...lines))).toThrow(why);
});
