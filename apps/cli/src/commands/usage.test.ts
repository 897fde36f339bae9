import { afterEach, describe, expect, it, vi } from 'vitest';
import { readJson, runBin } from '../testing/run-bin.ts';
import { runHere } from '../testing/run-here.ts';

afterEach(() => vi.restoreAllMocks());

describe('bad usage', () => {
  it.each([
    [['bogus'], '没有“bogus”这个命令'],
    [[], '请写明要执行的命令'],
    [['search'], '缺少参数'],
    [['search', '   '], '问题不能为空'],
    [['search', '问题', '--bogus'], '没有“--bogus”这个选项'],
    [['search', '问题', '--k'], '--k 缺少值'],
    [['search', '问题', '--k', '0'], '--k 须是'],
    [['search', '问题', '--as-of', '2024-02-30'], '--as-of 须是'],
    [['ask', '问题', '--facts-date', 'yesterday'], '--facts-date 须是'],
    [['ask', '问题', '--out', 'draft.pdf'], '--out 的文件名须以'],
    [['ask', '问题', '--force'], '--force 须与 --out'],
    [['cite-check'], '缺少参数'],
    [['cite-check', 'a', 'b'], '多余的参数：b'],
    [['review'], '缺少参数'],
    [['review', 'a', 'b'], '多余的参数：b'],
    [['review', 'a', '--type', 'will'], '--type 须是'],
    [['review', 'a', '--side', 'heir'], '--side 须是'],
    [['review', 'a', '--type', 'lease', '--side', 'seller'], 'landlord、tenant'],
    [['review', 'a', '--as-of', 'today'], '--as-of 须是'],
    [['review', 'a', '--out', 'a.pdf'], '--out 的文件名须以'],
    [['review', 'a', '--force'], '--force 须与 --out'],
    [['ingest'], '缺少参数'],
    [['ingest', '.', '--kind', 'poems'], 'kind'],
    [['eval'], '请写明要执行的命令'],
    [['eval', 'retrieval'], '--beir'],
    [['eval', 'retrieval', '--own', '--beir', '.'], '--own'],
    [['eval', 'retrieval', '--beir', '.', '--split', 'a', '--corpus', '.'], '--corpus'],
    [['eval', 'retrieval', '--own', '--folds', '1'], '--folds 须是'],
    [['eval', 'retrieval', '--own', '--seed', '1'], '--seed'],
    [['eval', 'retrieval', '--own', '--folds', '5', '--seed', 'one'], '--seed 须是'],
    [['eval', 'retrieval', '--own', '--accept', 'own'], '--date'],
    [['eval', 'retrieval', '--own', '--date', '2026-01-01'], '--accept'],
    [['eval', 'retrieval', '--own', '--accept', 'own', '--date', '2026-02-30'], '--date 须是'],
    [['eval', 'compare', 'a'], '缺少参数'],
    [['serve', '--port', 'http'], '--port 须是'],
    [['user', 'add', 'a@example.com', '--password', 'short'], '密码至少'],
    [['user', 'add', 'a@example.com', '--level', 'senior'], '--level'],
  ])('%j ends with 2, the reason and a usage line', async (args, reason) => {
    const { code, stdout, stderr } = await runHere(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(stderr).toMatch(/用法：lutai/);
  });

  it('ends the real process with 2', async () => {
    expect(await runBin(['bogus'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('is one JSON document with --json', async () => {
    const ran = await runBin(['search', '--json']);
    expect(ran.code).toBe(2);
    expect(readJson(ran)).toMatchObject({ error: { code: 'usage' } });
  });

  it('of the environment names every bad variable', async () => {
    const { code, stderr } = await runBin(['search', '问题'], { env: { LOG_LEVEL: 'loud', PORT: 'http' } });
    expect(code).toBe(1);
    expect(stderr).toContain('LOG_LEVEL');
    expect(stderr).toContain('PORT');
  });
});

describe('help', () => {
  it.each([[['--help']], [['search', '--help']], [['user', 'add', '-h']]])('of %j is on stdout', async (args) => {
    const { code, stdout, stderr } = await runHere(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('用法：lutai');
  });

  it('lists every command of the design', async () => {
    const { stdout } = await runBin(['--help']);
    for (const command of [
      'ingest',
      'search',
      'ask',
      'cite-check',
      'review',
      'eval',
      'serve',
      'start',
      'index',
      'backup',
    ]) {
      expect(stdout).toContain(command);
    }
  });
});
