import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines } from '../testing/index.ts';
import { readSupportPairs, splitOf, supportStates, withProvisions } from './support-set.ts';

const own = fileURLToPath(new URL('../../own/support.jsonl', import.meta.url));
const law = '# 中华人民共和国示例法\n\n第一条 时效为三年。\n\n第二条 租期不得超过二十年。\n';
const pair = {
  id: 'lease-0a1b2c-s1',
  claim: '时效三年。',
  citation: '《中华人民共和国示例法》第一条',
  support: 'supported',
  note: '',
};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'support-'));
  await writeFile(path.join(folder, '示例法(2020-01-01).md'), law);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const written = async (...rows: object[]) => {
  const file = path.join(folder, 'pairs.jsonl');
  await writeFile(file, jsonLines(...rows));
  return file;
};

describe('a set of labelled claims', () => {
  it('has the words of the provision put beside each', async () => {
    const [one] = withProvisions(readSupportPairs(await written(pair)), folder);
    expect(one?.provision).toBe('时效为三年。');
  });

  it('names the line that is wrong, the pair that is there twice, and the citation that the laws lack', async () => {
    const unknown = await written(pair, { ...pair, id: 'lease-0a1b2c-s2', support: 'maybe' });
    expect(() => readSupportPairs(unknown)).toThrow(/第 2 行.*support/u);
    const twice = await written(pair, pair);
    expect(() => readSupportPairs(twice)).toThrow(/重复/u);
    const elsewhere = readSupportPairs(await written({ ...pair, citation: '《中华人民共和国示例法》第九条' }));
    expect(() => withProvisions(elsewhere, folder)).toThrow(/示例法》第九条/u);
  });

  it('keeps all claims about one provision in one part', () => {
    expect(splitOf('lease-0a1b2c-s1')).toBe(splitOf('lease-0a1b2c-c7'));
  });
});

describe('our own set', () => {
  const pairs = readSupportPairs(own);
  const labelled = (support: string) => pairs.filter((one) => one.support === support).length;

  it('has at least 227 claims of each kind, and at least thirty that claim nothing', () => {
    expect(supportStates.map(labelled)).toEqual([325, 279, 388, 38]);
  });

  it('keeps 66 of each kind for the measure, and twelve that claim nothing', () => {
    const measured = pairs.filter(({ id }) => splitOf(id) === 'measure').map(({ support }) => support);
    expect(supportStates.map((kind) => measured.filter((support) => support === kind).length)).toEqual([
      66, 66, 66, 12,
    ]);
  });

  it('says no claim twice', () => {
    expect(new Set(pairs.map(({ claim, citation }) => claim + citation)).size).toBe(pairs.length);
  });
});
