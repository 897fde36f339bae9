import { symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { corpusState, type OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFile, contents, fixedNow, lawFile, makeFolder, readUtf8 } from '../testing/corpus-fixture.ts';
import type { Work } from '../work.ts';
import { type IngestInput, ingestFiles } from './ingest-files.ts';

const labels = ['第一条', '第二条', '第三条'];
const articles = (words: string) => Object.fromEntries(labels.map((label) => [label, `${words}${label}。`]));
const law = (name: string, words = '甲') =>
  lawFile({
    title: name.endsWith('法') ? name : `${name}法`,
    promulgated: '2020-01-01',
    effective: '2020-06-01',
    articles: articles(words),
  });

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const { folder, remove } = await makeFolder(files);
  cleanUps.push(remove);
  return folder;
}

describe.each(testEngines)('ingestFiles on %s', (engine) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await openTestDatabase(engine);
    cleanUps.push(() => opened.close());
  });
  const ingest = (input: IngestInput, work?: Work) =>
    ingestFiles({ db: opened.db, readDocument: readUtf8, now: fixedNow }, input, work);
  const state = async () => (await opened.db.select().from(corpusState))[0];

  it('reads a folder and everything below it', async () => {
    const folder = await folderOf({ 'b/乙.md': law('乙'), '甲.md': law('甲'), '.hidden/丙.md': law('丙') });
    const report = await ingest({ paths: [folder], kind: 'laws' });
    expect(report).toMatchObject({ laws: 2, versions: 2, provisions: 6, unchanged: 0, skipped: [], warnings: [] });
    const { provisions, laws } = await contents(opened.db);
    expect(laws.map(({ title }) => title).sort()).toEqual(['乙法', '甲法']);
    expect(provisions).toHaveLength(6);
    expect((await state())?.version).toBe(1);
  });

  it('changes nothing when it is run again, and reports the same corpus', async () => {
    const folder = await folderOf({ '甲.md': law('甲'), '乙.md': law('乙') });
    const first = await ingest({ paths: [folder], kind: 'laws' });
    const before = [await contents(opened.db), await state()];
    const second = await ingest({ paths: [folder], kind: 'laws' });
    expect(second).toMatchObject({ laws: first.laws, provisions: first.provisions, unchanged: 2 });
    expect([await contents(opened.db), await state()]).toEqual(before);
  });

  it('gives the same ids in another database', async () => {
    const input: IngestInput = { files: [asFile('甲.md', law('甲')), asFile('乙.md', law('乙'))], kind: 'laws' };
    await ingest(input);
    const other = await openTestDatabase(engine);
    cleanUps.push(() => other.close());
    await ingestFiles({ db: other.db, readDocument: readUtf8, now: fixedNow }, input);
    expect(await contents(other.db)).toEqual(await contents(opened.db));
  });

  it('can be stopped at any file: what was stored is whole, and a second run ends where a straight one does', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `第${index}号`);
    const folder = await folderOf(Object.fromEntries(names.map((name) => [`${name}.md`, law(name)])));
    const straight = await openTestDatabase(engine);
    cleanUps.push(() => straight.close());
    await ingestFiles({ db: straight.db, readDocument: readUtf8, now: fixedNow }, { paths: [folder], kind: 'laws' });
    const wanted = await contents(straight.db);
    const stored: number[] = [];
    for (const stopAt of [10, 60, 69]) {
      const stop = new AbortController();
      const work: Work = {
        signal: stop.signal,
        onProgress: ({ phase, done }) => phase === '读入法规' && done === stopAt && stop.abort(new Error('stopped')),
      };
      await expect(ingest({ paths: [folder], kind: 'laws' }, work)).rejects.toThrow('stopped');
      const { sources, provisions } = await contents(opened.db);
      expect(provisions).toHaveLength(sources.length * 3);
      stored.push(sources.length);
    }
    expect(stored).toEqual([0, 50, 100]);
    await ingest({ paths: [folder], kind: 'laws' });
    expect(await contents(opened.db)).toEqual(wanted);
  });

  it('names bad files with their reasons, and the others go in', async () => {
    const folder = await folderOf({
      '甲.md': law('甲'),
      '乱码.md': Buffer.from('b5dad2bb', 'hex'),
      '空.md': '',
      '只有标题.md': '# 空法\n',
      '日期.md': '---\ntitle: 丙法\npromulgated: 2020-13-45\n---\n# 丙法\n\n第一条 甲。\n',
      '表.xlsx': 'x',
      'README.md': '# 说明\n\n这是说明。\n',
      '大.md': '',
    });
    await truncate(path.join(folder, '大.md'), 200 * 1024 * 1024);
    await symlink('/etc', path.join(folder, '链接'));
    const report = await ingest({ paths: [folder, path.join(folder, '没有')], kind: 'laws' });
    expect(report).toMatchObject({ laws: 1, provisions: 3 });
    const reasons = Object.fromEntries(report.skipped.map(({ file, reason }) => [path.basename(file), reason]));
    expect(Object.keys(reasons).sort()).toEqual(
      ['README.md', '乱码.md', '只有标题.md', '大.md', '日期.md', '没有', '空.md', '表.xlsx', '链接'].sort(),
    );
    expect(reasons['大.md']).toContain('200 MB');
    expect(reasons['日期.md']).toContain('promulgated');
    expect(reasons.链接).toContain('符号链接');
    expect(reasons.没有).toContain('找不到');
  });

  it('keeps a file out whose data the database refuses, and stores the rest of its batch', async () => {
    // Longer than an index entry may be, and not to be compressed.
    const title = `${Array.from({ length: 4000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join('')}法`;
    const files = [asFile('甲.md', law('甲')), asFile('长.md', law(title)), asFile('丙.md', law('丙'))];
    const report = await ingest({ files, kind: 'laws' });
    expect(report).toMatchObject({ laws: 2, provisions: 6 });
    expect(report.skipped).toEqual([{ file: '长.md', reason: expect.stringMatching(/^无法写入数据库：.{5,200}$/) }]);
  });

  it('replaces the older state of a file and keeps the ids of the articles that stay', async () => {
    await ingest({ files: [asFile('甲.md', law('甲', '旧'))], kind: 'laws' });
    const before = await contents(opened.db);
    const changed = { 第一条: '新第一条。', 第三条: '新第三条。', 第四条: '新增。' };
    const text = lawFile({ title: '甲法', promulgated: '2020-01-01', effective: '2020-06-01', articles: changed });
    const report = await ingest({ files: [asFile('甲.md', text)], kind: 'laws' });
    expect(report).toMatchObject({ laws: 1, versions: 1, provisions: 3, skipped: [] });
    const after = await contents(opened.db);
    expect(after.sources).toHaveLength(1);
    expect(after.provisions.map(({ article }) => article).sort()).toEqual(['第一条', '第三条', '第四条'].sort());
    const idOf = ({ provisions }: typeof before, article: string) =>
      provisions.find((row) => row.article === article)?.id;
    expect(idOf(after, '第一条')).toBe(idOf(before, '第一条'));
    expect(after.provisions.find((row) => row.article === '第一条')?.text).toBe('新第一条。');
    expect((await state())?.version).toBe(2);
  });

  it('takes one of two different files that claim the same text, and says so, whatever the order of runs', async () => {
    const folder = await folderOf({
      'a/甲.md': law('甲', '一'),
      'b/甲.md': law('甲', '二'),
      'c/甲.md': law('甲', '一'),
    });
    const run = () => ingest({ paths: [folder], kind: 'laws' });
    const first = await run();
    expect(first.skipped).toEqual([{ file: path.join(folder, 'b/甲.md'), reason: expect.stringContaining('a/甲.md') }]);
    expect(first.warnings).toEqual([
      { file: path.join(folder, 'c/甲.md'), message: expect.stringContaining('逐字节相同') },
    ]);
    const before = await contents(opened.db);
    expect(await run()).toMatchObject({ unchanged: 2, skipped: first.skipped });
    expect(await contents(opened.db)).toEqual(before);
  });

  it('keeps the parts of one version together', async () => {
    const part = (name: string, article: string) =>
      lawFile({
        title: '民典',
        promulgated: '2020-01-01',
        effective: '2021-01-01',
        part: name,
        articles: { [article]: '甲。' },
      });
    const files = [asFile('总则.md', part('总则', '第一条')), asFile('物权.md', part('物权', '第二百零五条'))];
    const report = await ingest({ files, kind: 'laws' });
    expect(report).toMatchObject({ laws: 1, versions: 1, provisions: 2, skipped: [], warnings: [] });
  });

  it('reads cases, replaces a changed one under its id, and raises their own version', async () => {
    const text = (answer: string) =>
      `---\ntitle: 欠薪怎么办\narea: labour\n---\n\n## 问题\n公司欠薪。\n\n## 回答\n${answer}\n`;
    const file = (answer: string) => ({ files: [asFile('欠薪.md', text(answer))], kind: 'cases' as const });
    expect(await ingest(file('依据《劳动合同法》第八十五条，可以投诉。'))).toMatchObject({ cases: 1, skipped: [] });
    const before = await contents(opened.db);
    expect(await ingest(file('可以申请仲裁。'))).toMatchObject({ cases: 1 });
    const after = await contents(opened.db);
    expect(after.cases.map(({ id }) => id)).toEqual(before.cases.map(({ id }) => id));
    expect(after.cases[0]?.answer).toContain('仲裁');
    expect(await state()).toMatchObject({ version: 0, casesVersion: 2 });
  });

  it('does not let a case overwrite another one that merely has the same file name', async () => {
    const text = (title: string, answer: string) =>
      `---\ntitle: ${title}\n---\n\n## 问题\n${title}？\n\n## 回答\n${answer}\n`;
    const file = (title: string, answer: string) => ({
      files: [asFile('1.md', text(title, answer))],
      kind: 'cases' as const,
    });
    await ingest({ ...file('欠薪怎么办', '可以投诉。'), origin: 'starter' });
    await ingest(file('押金不退怎么办', '可以起诉。'));
    await ingest(file('欠薪怎么办', '可以申请仲裁。'));
    const { cases } = await contents(opened.db);
    expect(cases.map(({ title }) => title).sort()).toEqual(['押金不退怎么办', '欠薪怎么办', '欠薪怎么办'].sort());
  });

  it('tells how far it is and how long it will take', async () => {
    const seen: string[] = [];
    const folder = await folderOf({ '甲.md': law('甲') });
    await writeFile(path.join(folder, '乙.md'), law('乙'));
    await ingest(
      { paths: [folder], kind: 'laws' },
      { onProgress: (p) => seen.push(`${p.phase} ${p.done}/${p.total}`) },
    );
    expect(seen).toEqual([
      '核对文件 0/2',
      '核对文件 1/2',
      '核对文件 2/2',
      '读入法规 0/2',
      '读入法规 1/2',
      '读入法规 2/2',
    ]);
  });
});
