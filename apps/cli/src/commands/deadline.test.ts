import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { runHere } from '../testing/run-here.ts';

afterEach(() => vi.restoreAllMocks());

const answerSchema = z.object({
  area: z.string(),
  today: z.string(),
  deadlines: z.array(
    z.object({ kind: z.string(), date: z.string().nullable(), state: z.string(), steps: z.array(z.string()) }),
  ),
});
async function json(...args: string[]) {
  const { code, stdout } = await runHere(['deadline', ...args, '--today', '2026-11-23', '--json']);
  expect(code).toBe(0);
  return answerSchema.parse(JSON.parse(stdout));
}

describe('lutai deadline', () => {
  it('reads days from the words and tells the area by itself', async () => {
    const found = await json('公司2025年12月20日把我辞退了，没签劳动合同');
    expect(found).toMatchObject({ area: 'labour', today: '2026-11-23' });
    expect(found.deadlines[0]).toMatchObject({ kind: 'labour-arbitration', date: '2026-12-21', state: 'open' });
    expect(found.deadlines[0]?.steps.length).toBeGreaterThan(2);
  });

  it('counts one kind from days that are given', async () => {
    const { deadlines } = await json('--kind', 'civil-appeal', '--event', 'judgment-received=2026-09-25');
    expect(deadlines).toMatchObject([{ kind: 'civil-appeal', date: '2026-10-10', state: 'passed' }]);
    const events = 'contract-due=2020-03-10,obstacle=2022-11-01/2023-01-20';
    expect((await json('--kind', 'limitation-contract', '--event', events)).deadlines[0]?.date).toBe('2023-07-20');
  });

  it('lists what it knows, and prints for people', async () => {
    expect((await runHere(['deadline', '--list'])).stdout).toMatch(
      /civil-appeal {2}对一审民事判决上诉：十五日（《.+》第一百七十一条）/u,
    );
    const shown = await runHere([
      'deadline',
      '--kind',
      'retrial',
      '--event',
      'judgment-effective=2026-05-23',
      '--today',
      '2026-11-20',
    ]);
    expect(shown.stdout).toContain('申请再审：2026-11-23（还剩3天）');
    expect(shown.stdout).toContain('1. 起算：2026年5月23日');
  });

  it.each([
    [[], '请写明当事人的话'],
    [['--kind', 'nothing'], '“nothing”不认识'],
    [['被辞退', '--area', 'nothing'], '“nothing”不认识'],
    [['--kind', 'retrial', '--event', 'nothing=2026-01-01'], '“nothing”不认识'],
    [['--kind', 'retrial', '--event', 'judgment-effective'], '--event 须是'],
    [['--kind', 'retrial', '--event', 'judgment-effective=2026-02-30'], '--event 须是'],
  ])('%j is bad usage', async (args, reason) => {
    const { code, stderr } = await runHere(['deadline', ...args]);
    expect([code, stderr.includes(reason)]).toEqual([2, true]);
  });
});
