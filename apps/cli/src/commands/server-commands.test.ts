import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IngestReport, MatterDetail, SearchResponse } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, readJson, runBin } from '../testing/run-bin.ts';

const law = '# 测试服务规定\n\n2020年1月1日 施行\n\n<!-- INFO END -->\n\n第一条 服务运行时，命令行通过服务读取数据。\n';

let folder = '';
let dataFolder = '';
let data: string[] = [];
let server: ChildProcess;
let output = '';
let url = '';

const patienceMs = 120_000;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-serve-'));
  dataFolder = path.join(folder, 'data');
  data = ['--data', dataFolder];
  await mkdir(path.join(folder, 'laws'));
  await writeFile(path.join(folder, 'laws/测试服务规定.md'), law);
  server = spawn(process.execPath, [bin, 'serve', '--port', '0', ...data], {
    env: { ...process.env, LOG_LEVEL: 'warn' },
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  url = await waitForUrl();
}, patienceMs);
afterAll(async () => {
  if (server.exitCode === null) server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function waitForUrl(): Promise<string> {
  for (let attempt = 0; attempt < 2000; attempt++) {
    const found = /律台已启动：(http:\S+?)(?=（|\s)/.exec(output)?.[1];
    if (found) return found;
    if (server.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no address in: ${output}`);
}

describe('a running server', { timeout: patienceMs }, () => {
  it('keeps its token for the owner of the folder', async () => {
    const file = path.join(dataFolder, 'server.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ url, pid: server.pid });
  });

  it('is what the command line works through', async () => {
    const report = readJson<IngestReport>(await runBin(['ingest', path.join(folder, 'laws'), '--json', ...data]));
    expect(report).toMatchObject({ laws: 1, provisions: 1, skipped: [] });
    const found = readJson<SearchResponse>(await runBin(['search', '命令行读取数据', '--json', ...data]));
    expect(found.hits[0]?.citation).toBe('《测试服务规定》第一条');
    const checked = await runBin(['cite-check', '-', '--json', ...data], { input: '《测试服务规定》第二条' });
    expect(checked.code).toBe(1);
    const reviewed = await runBin(['review', '-', '--json', ...data], {
      input: '合同\n依照《测试服务规定》第二条办理。',
    });
    expect([reviewed.code, readJson(reviewed)]).toMatchObject([1, { findings: [{ kind: 'citation' }] }]);
    const added = await runBin(['user', 'add', 'person@example.com', '--role', 'supervisor', '--json', ...data]);
    expect(readJson(added)).toMatchObject({ user: { role: 'supervisor' } });
    const twice = await runBin(['user', 'add', 'person@example.com', '--json', ...data]);
    expect([twice.code, readJson(twice)]).toMatchObject([1, { error: { code: 'conflict' } }]);
    expect((await runBin(['index', '--json', ...data])).code).toBe(0);
    const backup = readJson<{ file: string }>(
      await runBin(['backup', path.join(folder, 'backups'), '--json', ...data]),
    );
    expect((await stat(backup.file)).size).toBeGreaterThan(1000);
  });

  it('refuses an approval over a bad citation on the command line too, and signs what was corrected', async () => {
    const call = async (at: string, cookie: string, body?: object) => {
      const headers = { origin: url, cookie, 'content-type': 'application/json' };
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await fetch(`${url}/api${at}`, init);
      const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
      return { content: (await answer.json()) as Record<string, unknown>, cookie: cookies.join('; ') };
    };
    const account = { email: 'signer@example.com', password: 'a-long-enough-password' };
    const agent = ['--role', 'agent', '--level', 'senior', '--password', account.password];
    expect((await runBin(['user', 'add', account.email, ...agent, ...data])).code).toBe(0);
    const client = { ...account, email: 'asker@example.com', name: '提问人' };
    const { cookie } = await call('/auth/sign-up/email', '', client);
    const { content: asked } = await call('/matters', cookie, { text: '服务运行时，命令行怎样读取数据？' });
    const matter = String(asked.matterId);
    const approve = (...options: string[]) => runBin(['approve', matter, '--as', account.email, ...options, ...data]);
    const read = async () => readJson<MatterDetail>(await approve('--json'));
    let detail = await read();
    for (let i = 0; i < 100 && detail.draft?.status !== 'ready'; i += 1) detail = await read();

    const signedIn = await call('/auth/sign-in/email', '', account);
    const revise = async (text: string) => {
      const { draft } = await read();
      const body = { baseRevisionId: draft?.revision?.id, text };
      const { content } = await call(`/drafts/${draft?.id}/revisions`, signedIn.cookie, body);
      return String(content.contentHash);
    };
    const bad = await revise('依据《测试服务规定》第九条答复。');
    const shown = await approve();
    expect([shown.code, shown.stdout]).toEqual([1, expect.stringContaining('不能放行：《测试服务规定》第九条')]);
    const refused = await approve('--hash', bad, '--json');
    expect([refused.code, readJson(refused)]).toMatchObject([1, { error: { code: 'citation-blocked' } }]);
    const good = await revise('依据《测试服务规定》第一条，命令行通过服务读取数据。');
    expect((await approve('--hash', bad)).code).toBe(1);
    const signed = await approve('--hash', good);
    expect([signed.code, signed.stdout]).toEqual([0, expect.stringContaining('已核准')]);
  });

  it('is not joined by a second one on the folder', async () => {
    const second = await runBin(['serve', '--port', '0', ...data]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(String(server.pid));
  });

  it('stops in good order: dump written, file gone, folder free', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(stat(path.join(dataFolder, 'server.json'))).rejects.toThrow();
    expect((await stat(path.join(dataFolder, 'dumps'))).isDirectory()).toBe(true);
    expect((await runBin(['search', '命令行', '--json', ...data])).code).toBe(0);
  });
});

describe('a port that is taken', { timeout: patienceMs }, () => {
  it('is told in plain words', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, stderr } = await runBin(['serve', '--port', String(port), '--data', path.join(folder, 'other')]);
    holder.close();
    expect([code, stderr]).toEqual([1, expect.stringContaining(`端口 ${port} 已被`)]);
  });
});
