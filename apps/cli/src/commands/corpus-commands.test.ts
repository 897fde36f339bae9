import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  CiteCheckResponse,
  CorpusStatus,
  DraftContent,
  IngestReport,
  SearchResponse,
  User,
} from '@lutai/contracts';
import { readDocument } from '@lutai/documents';
import type { OwnCitationReport } from '@lutai/law';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson, runBin } from '../testing/run-bin.ts';
import { runShell } from '../testing/run-shell.ts';

const law = `# 测试租赁规定

2020年1月1日 施行

<!-- INFO END -->

第一条 出租人应当按照约定把租赁物交给承租人使用。

第二条 承租人逾期不支付租金的，出租人可以请求其在合理期限内支付。

第三条 租赁期限届满，承租人应当返还租赁物，出租人应当退还押金。
`;
const answeredCase = `# 房东不退押金怎么办

## 问题

租期到了房东不退押金，怎么办？

## 答复

可以依照《测试租赁规定》第三条要求退还押金。
`;

/** Each of these runs the real program, some of them several times. */
const patience = { timeout: 120_000 };

let folder = '';
let data: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-cli-'));
  data = ['--data', path.join(folder, 'data')];
  await mkdir(path.join(folder, 'laws'));
  await mkdir(path.join(folder, 'cases'));
  await writeFile(path.join(folder, 'laws/测试租赁规定.md'), law);
  await writeFile(path.join(folder, 'cases/押金.md'), answeredCase);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const json = async <Document>(args: string[], input?: string) => {
  const ran = await runBin([...args, '--json', ...data], input === undefined ? {} : { input });
  return { ...ran, document: readJson<Document>(ran) };
};

describe('lutai ingest', patience, () => {
  it('counts what went in, and changes nothing the second time', async () => {
    const first = await json<IngestReport>(['ingest', path.join(folder, 'laws')]);
    expect(first.code).toBe(0);
    expect(first.document).toMatchObject({ laws: 1, versions: 1, provisions: 3, cases: 0, skipped: [] });
    const second = await json<IngestReport>(['ingest', path.join(folder, 'laws')]);
    expect(second.document).toMatchObject({ unchanged: 1, skipped: [] });
    const cases = await json<IngestReport>(['ingest', path.join(folder, 'cases'), '--kind', 'cases']);
    expect(cases.document).toMatchObject({ cases: 1, skipped: [] });
  });

  it('names a bad file, takes the others and ends with 1', async () => {
    const mixed = path.join(folder, 'mixed');
    await mkdir(mixed);
    await writeFile(path.join(mixed, '好规定.md'), law.replaceAll('测试租赁规定', '另一个规定'));
    await writeFile(path.join(mixed, '空.md'), '');
    const { code, document, stderr } = await json<IngestReport>(['ingest', mixed]);
    expect(code).toBe(1);
    expect(document).toMatchObject({ laws: 1, provisions: 3 });
    expect(document.skipped).toHaveLength(1);
    expect(document.skipped[0]?.file).toContain('空.md');
    expect(stderr).toContain('空.md');
  });

  it('says that a path does not exist', async () => {
    const { code, stderr } = await runBin(['ingest', path.join(folder, 'nowhere'), ...data]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('nowhere')]);
  });
});

describe('lutai search', patience, () => {
  it('gives the provisions in the format that scripts rely on', async () => {
    const { code, document } = await json<SearchResponse>(['search', '房东不退押金', '--k', '2']);
    expect(code).toBe(0);
    expect(document.hits).toHaveLength(2);
    expect(document.hits[0]).toMatchObject({
      citation: expect.stringMatching(/规定》第三条$/),
      article: '第三条',
      effectiveFrom: '2020-01-01',
      effectiveTo: null,
      score: expect.any(Number),
      text: expect.stringContaining('退还押金'),
    });
    expect(document.ms).toBeGreaterThan(0);
  });

  it('keeps to the law of the day', async () => {
    const { document } = await json<SearchResponse>(['search', '押金', '--as-of', '2019-12-31']);
    expect(document.hits).toEqual([]);
  });

  it('is pleasant to read without --json, and stops quietly when nobody reads on', async () => {
    const { stdout, code } = await runBin(['search', '押金', ...data]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^1\. 《.*》第三条/)]);
    const piped = await runShell(`"$0" "$1" search 押金 --data "${data[1]}" | head -1`);
    expect(piped.stdout.split('\n')).toHaveLength(2);
    expect(piped.stderr).not.toContain('EPIPE');
  });
});

describe('lutai ask', patience, () => {
  it('prints the draft as one document', async () => {
    const { code, document } = await json<DraftContent>(['ask', '租期到了，房东不退押金怎么办？']);
    expect(code).toBe(0);
    expect(document.drafter).toBe('extractive');
    expect(['answered', 'needs-facts', 'insufficient-basis']).toContain(document.outcome);
    for (const part of ['text', 'claims', 'citations', 'missingFacts', 'deadlines', 'triage'] as const) {
      expect(document[part]).toBeDefined();
    }
  });

  it('reads the day of the facts from the question and says so, unless it is given', async () => {
    const question = '2021年3月5日租期到了，房东不退押金怎么办？';
    const read = await json<DraftContent>(['ask', question]);
    expect(read.document).toMatchObject({ asOf: '2021-03-05', factsDate: { source: 'read' } });
    expect(read.stderr).toContain('按 2021-03-05 的法律（由“2021年3月5日”读出）');
    const given = await json<DraftContent>(['ask', question, '--facts-date', '2022-04-06']);
    expect(given.document).toMatchObject({ asOf: '2022-04-06', factsDate: { source: 'given', reading: null } });
    expect(given.stderr).not.toContain('事情发生的日期');
  });
});

describe('lutai ask --out', patience, () => {
  const label = '本文由人工智能生成，未经人工核准';
  const ask = (file: string, ...more: string[]) =>
    runBin(['ask', '租期到了，房东不退押金怎么办？', '--out', file, ...more, ...data]);

  it('writes the draft as a labelled file beside printing it', async () => {
    for (const ending of ['docx', 'html', 'md']) {
      const file = path.join(folder, `draft.${ending}`);
      const { code, stdout, stderr } = await ask(file);
      expect(code).toBe(0);
      expect(stdout).toContain('押金');
      expect(stderr).toContain(`已写入 ${file}`);
      const { text } = await readDocument(await readFile(file), { name: path.basename(file) });
      expect(text).toContain('押金');
      expect(text.split(label).length - 1).toBeGreaterThanOrEqual(2);
    }
  });

  it('does not overwrite a file unless it is told to, and says what is wrong with a place', async () => {
    const file = path.join(folder, 'mine.md');
    await writeFile(file, '我的文件');
    const refused = await ask(file);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('--force')]);
    expect(await readFile(file, 'utf8')).toBe('我的文件');
    expect((await ask(file, '--force')).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain(label);
    const nowhere = await ask(path.join(folder, 'none/draft.md'));
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('没有目录')]);
  });
});

describe('lutai cite-check', patience, () => {
  it('ends with 0 where every citation holds and with 1 where one does not', async () => {
    const good = await json<CiteCheckResponse>(['cite-check', '-'], '依照《测试租赁规定》第三条，应当退还押金。');
    expect([good.code, good.document.citations.map(({ state }) => state)]).toEqual([0, ['ok']]);
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, '依照《测试租赁规定》第九条。');
    const bad = await json<CiteCheckResponse>(['cite-check', file]);
    expect([bad.code, bad.document.citations.map(({ state }) => state)]).toEqual([1, ['not-found']]);
    expect(bad.document.unchecked).toBe(0);
  });

  it('ends with 1 where law is stated and nothing is cited, and names each sentence', async () => {
    const { code, document } = await json<CiteCheckResponse>(['cite-check', '-'], '您好。房东应当退还押金。');
    expect([code, document.citations]).toEqual([1, []]);
    expect(document.uncited).toEqual([{ sentence: '房东应当退还押金。', start: 3, end: 12 }]);
  });

  it('reads GBK and says so; refuses what is no text, and what is too long, with what to do', async () => {
    const file = path.join(folder, 'gbk.txt');
    // 「依照《测试租赁规定》第三条，应当退还押金。」
    const gbk = 'd2c0d5d5a1b6b2e2cad4d7e2c1deb9e6b6a8a1b7b5dac8fdccf5a3acd3a6b5b1cdcbbbb9d1babdf0a1a3';
    await writeFile(file, Buffer.from(gbk, 'hex'));
    const read = await json<CiteCheckResponse>(['cite-check', file]);
    expect([read.code, read.document.citations.map(({ state }) => state)]).toEqual([0, ['ok']]);
    expect(read.stderr).toContain('GBK');
    for (const [name, bytes, reason] of [
      ['binary.txt', Buffer.from([0, 1, 2, 3]), 'UTF-8 文本'],
      ['broken.txt', Buffer.from([0xff, 0x80, 0x31, 0xff]), 'UTF-8 文本'],
      ['long.txt', Buffer.from('甲'.repeat(2_000_001)), '拆分'],
    ] as const) {
      await writeFile(path.join(folder, name), bytes);
      const refused = await json<{ error: { message: string } }>(['cite-check', path.join(folder, name)]);
      expect(refused.code).toBe(1);
      expect(refused.document.error.message).toContain(reason);
    }
  });

  it('says that the file cannot be read', async () => {
    const { code, document } = await json<{ error: { code: string } }>(['cite-check', path.join(folder, 'none.txt')]);
    expect([code, document.error.code]).toEqual([1, 'not-found']);
  });
});

describe('lutai corpus citations', patience, () => {
  it('counts the citations inside law files and says why some lead nowhere', async () => {
    const ran = await runBin(['corpus', 'citations', path.join(folder, 'laws'), '--json']);
    expect(ran.code).toBe(0);
    expect(readJson<OwnCitationReport>(ran)).toMatchObject({ laws: 1, citations: expect.any(Number) });
    const missing = await runBin(['corpus', 'citations', path.join(folder, 'none'), '--json']);
    expect([missing.code, readJson<{ error: { code: string } }>(missing).error.code]).toEqual([1, 'not-found']);
  });
});

describe('lutai index, user and backup', patience, () => {
  it('rebuilds the index', async () => {
    const { code, document } = await json<CorpusStatus>(['index']);
    expect(code).toBe(0);
    expect(document).toMatchObject({ cases: 1, index: { ready: true } });
  });

  it('adds a person with a password that is shown once', async () => {
    const { code, document } = await json<{ user: User; password: string }>([
      'user',
      'add',
      'agent@example.com',
      '--role',
      'agent',
    ]);
    expect(code).toBe(0);
    expect(document.user).toMatchObject({ role: 'agent', level: 'junior' });
    expect(document.password.length).toBeGreaterThanOrEqual(10);
    const again = await json<{ error: { code: string } }>(['user', 'add', 'agent@example.com']);
    expect([again.code, again.document.error.code]).toEqual([1, 'conflict']);
  });

  it('restores a backup into another folder, which then answers', async () => {
    const { document } = await json<{ file: string }>(['backup', path.join(folder, 'backups')]);
    const elsewhere = ['--data', path.join(folder, 'restored')];
    const restored = await runBin(['restore', document.file, ...elsewhere]);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    const found = readJson<SearchResponse>(await runBin(['search', '押金', '--json', ...elsewhere]));
    expect(found.hits[0]?.article).toBe('第三条');
  });

  it('refuses what is no backup and changes nothing', async () => {
    const { code, document } = await json<{ error: { code: string } }>(['restore', path.join(folder, 'letter.txt')]);
    expect([code, document.error.code]).toEqual([1, 'unsupported-file']);
    expect((await json<SearchResponse>(['search', '押金'])).document.hits.length).toBeGreaterThan(0);
  });
});
