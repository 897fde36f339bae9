/**
 * How long a contract takes from its upload to its review, and how long other requests wait meanwhile, asked of a real
 * server on a fresh data folder: `npm run bench:contracts`. The longest wait is that of a call that is asked again and
 * again while the contract is read, reviewed and annotated.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MatterDetail, uploadedContractSchema } from '@lutai/contracts';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { type ApiClient, signIn } from '../support/api-client.ts';
import { demoAccounts, startServer } from '../support/server.ts';
import { longContract } from './long-contract.ts';

const sizes = [
  { characters: 3_000, clauses: 10 },
  { characters: 30_000, clauses: 100 },
  { characters: 300_000, clauses: 1_000 },
];
const rounds = 5;
const row = (cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

const dataDir = await mkdtemp(path.join(tmpdir(), 'lutai-bench-'));
const server = await startServer({ dataDir, command: 'start' });
try {
  const accounts = await demoAccounts(dataDir);
  const person = (role: string) => signIn(server.url, accounts[role] ?? { email: '', password: '' });
  const client = await person('client');
  const agent = await person('senior');

  console.log(`${rounds} uploads a row, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ms`);
  row(['characters', 'articles', 'as', 'findings', 'upload to review p50', 'slowest', 'longest wait of another call']);
  row(['---:', '---:', '---', '---:', '---:', '---:', '---:']);
  for (const size of sizes) {
    for (const format of ['txt', 'docx'] as const) {
      const took: number[] = [];
      let waited = 0;
      let findings = 0;
      const matterId = await openMatter(client);
      for (let round = 0; round <= rounds; round++) {
        const file = await fileOf(`${longContract(size)}\n第${round}次`, format);
        const { document, ms, longest } = await upload(agent, matterId, file);
        findings = document.contract?.findings.length ?? 0;
        // The first one warms everything up.
        if (round === 0) continue;
        took.push(ms);
        waited = Math.max(waited, longest);
      }
      took.sort((a, b) => a - b);
      const half = took[Math.floor(took.length / 2)] ?? 0;
      const { characters, clauses } = size;
      row([characters, clauses, format, findings, half.toFixed(0), (took.at(-1) ?? 0).toFixed(0), waited.toFixed(0)]);
    }
  }
} catch (error) {
  console.error(server.output());
  throw error;
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** A matter whose answer is drafted, so that nothing else is going on. */
async function openMatter(client: ApiClient): Promise<string> {
  const { matterId } = await client.post<{ matterId: string }>('/api/matters', { text: '请审查这份租赁合同。' });
  for (;;) {
    const { matter } = await client.get<MatterDetail>(`/api/matters/${matterId}`);
    if (matter.status === 'in-review') return matterId;
    await sleep(100);
  }
}

async function fileOf(text: string, format: 'txt' | 'docx'): Promise<File> {
  if (format === 'txt') return new File([text], '合同.txt');
  const children = text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line })] }));
  return new File([new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))], '合同.docx');
}

async function upload(agent: ApiClient, matterId: string, file: File) {
  const form = new FormData();
  form.set('file', file);
  for (;;) {
    const meanwhile = watch(agent);
    const startedAt = performance.now();
    const answer = await agent.send('POST', `/api/matters/${matterId}/contracts`, form);
    const body: unknown = await answer.json();
    const ms = performance.now() - startedAt;
    const longest = await meanwhile();
    if (answer.status === 201) return { ...uploadedContractSchema.parse(body), ms, longest };
    if (answer.status !== 429)
      throw new Error(`the upload was answered with ${answer.status}: ${JSON.stringify(body)}`);
    await sleep(Number(answer.headers.get('retry-after')) * 1000);
  }
}

/** Asks for the server's health, again and again; the answer ends it and gives the longest time that one call took. */
function watch(agent: ApiClient): () => Promise<number> {
  let on = true;
  let longest = 0;
  const done = (async () => {
    while (on) {
      const startedAt = performance.now();
      await agent.send('GET', '/api/health').then((answer) => answer.arrayBuffer());
      longest = Math.max(longest, performance.now() - startedAt);
    }
  })();
  return async () => {
    on = false;
    await done;
    return longest;
  };
}
