import { afterEach, describe, expect, it, vi } from 'vitest';
import { runHere } from '../../testing/run-here.ts';

afterEach(() => vi.restoreAllMocks());

const loan = [
  'calc',
  'loan-interest',
  '--principal',
  '100000',
  '--contracted-on',
  '2021-01-10',
  '--from',
  '2021-01-10',
];

describe('lutai calc', () => {
  it('prints the figures, each step with its provision, and the rates used', async () => {
    const { code, stdout } = await runHere([...loan, '--to', '2022-01-10', '--rate', '月息2分']);
    expect(code).toBe(0);
    expect(stdout).toContain('尚欠利息：15400.00元');
    expect(stdout).toMatch(/1\. .+15400\.00元（《.+》第二十五条）/u);
    expect(stdout).toContain('利率：一年期LPR 3.85%，2020-12-21起');
  });

  it('is one JSON document with --json', async () => {
    const { code, stdout } = await runHere(['calc', 'capitals', '--amount', '107000.53', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      calculator: 'capitals',
      results: [{ id: 'capitals', value: '壹拾万柒仟元零伍角叁分', unit: 'text' }],
      needs: [],
    });
  });

  it('ends with 1 where something must be known first, and names the option', async () => {
    const { code, stdout, stderr } = await runHere([...loan, '--to', '2022-01-10']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('（--interest）');
    const asJson = await runHere([
      'calc',
      'lpr-interest',
      '--principal',
      '1',
      '--from',
      '2026-10-01',
      '--to',
      '2026-11-01',
      '--json',
    ]);
    expect([asJson.code, JSON.parse(asJson.stdout)]).toMatchObject([1, { results: [], needs: [{ field: 'lpr' }] }]);
  });

  it.each([
    [['calc'], '请写明要执行的命令'],
    [['calc', 'bogus'], '没有“bogus”这个命令'],
    [[...loan, '--to', '2022-13-01'], '--to：计算至须是 YYYY-MM-DD'],
    [[...loan, '--to', '2022-01-10', '--rate', '12%'], '--rate：约定利率须写明年、月或日'],
    [[...loan, '--to', '2022-01-10', '--year-days', '366'], '--year-days：一年的天数须是 365、360 之一'],
    [[...loan, '--to', '2020-01-10', '--rate', '年利率12%'], '不能早于'],
    [[...loan, '十万'], '多余的参数：十万'],
    [[...loan, '--colour', 'red'], '没有“--colour”这个选项'],
  ])('%j is bad usage', async (args, reason) => {
    const { code, stderr } = await runHere(args);
    expect([code, stderr.includes(reason)]).toEqual([2, true]);
  });

  it('explains every calculator and its options', async () => {
    const { stdout } = await runHere(['calc', '--help']);
    for (const name of ['loan-interest', 'severance', 'court-fee', 'injury', 'capitals'])
      expect(stdout).toContain(`  ${name} `);
    const { stdout: help } = await runHere(['calc', 'severance', '--help']);
    expect(help).toMatch(/--local-average 元 +当地上年度职工月平均工资/u);
    expect(help).toMatch(/--kind 选项 +情形（必填）.+n1 没有提前三十日通知/u);
  });
});
