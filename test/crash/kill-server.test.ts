import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Draft, MatterDetail, Revision } from '@lutai/contracts';
import { testEngines } from '@lutai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signIn, signUp } from '../support/api-client.ts';
import { freshPostgresUrl } from '../support/fresh-database.ts';
import { demoAccounts, type RunningServer, startServer } from '../support/server.ts';
import { type Evidence, openEvidence } from './evidence.ts';
import { syntheticLaw, writeSyntheticLaws } from './synthetic-laws.ts';

const mattersARound = 3;
const filesARound = 6;
/** Most on the embedded database, which has no server of its own to keep it safe; 52 kills in all. */
const rounds = { pglite: 40, postgres: 12 };
const seed = 20_260_101;
const clientAccount = { email: 'crash@example.com', password: 'a-long-enough-password-1' };

/** Mulberry32: a small seeded generator, so that a failing run can be repeated. */
function seededRandom(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe.each(testEngines)('a server killed while it delivers and ingests, on %s', (engine) => {
  const random = seededRandom(seed);
  const acknowledged = {
    matters: new Set<string>(),
    approvals: new Set<string>(),
    ingestions: new Map<number, string>(),
  };
  let dataDir: string;
  let lawsDir: string;
  let database: { url: string; drop(): Promise<void> } | null = null;
  let evidence: Evidence;
  const kills: number[] = [];

  const start = (command: 'start' | 'serve') =>
    startServer({ dataDir, command, ...(database ? { env: { DATABASE_URL: database.url } } : {}) });

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'lutai-crash-'));
    lawsDir = await mkdtemp(path.join(tmpdir(), 'lutai-crash-laws-'));
    database = engine === 'postgres' ? await freshPostgresUrl() : null;
  });
  afterAll(async () => {
    await evidence?.close();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
    await rm(lawsDir, { recursive: true, force: true });
  });

  async function askAndAwaitDrafts(client: ApiClient, agent: ApiClient, round: number): Promise<Draft[]> {
    const ids: string[] = [];
    for (let i = 0; i < mattersARound; i++) {
      const text = `公司拖欠工资${round}-${i}，我应该怎么办？`;
      const { matterId } = await client.post<{ matterId: string }>('/api/matters', { text });
      acknowledged.matters.add(matterId);
      ids.push(matterId);
    }
    return Promise.all(ids.map(async (id) => writeConclusion(agent, await awaitDraft(agent, id))));
  }

  async function awaitDraft(agent: ApiClient, matterId: string): Promise<Draft> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const { draft } = await agent.get<MatterDetail>(`/api/matters/${matterId}`);
      if (draft?.status === 'ready' && draft.revision) return draft;
      await sleep(25);
    }
    throw new Error(`no draft for ${matterId}`);
  }

  /** As an agent would: the draft leaves its conclusion open, and an open conclusion cannot be approved. */
  async function writeConclusion(agent: ApiClient, draft: Draft): Promise<Draft> {
    const text = '公司应当及时足额支付劳动报酬（《中华人民共和国劳动合同法》第三十条）。';
    const body = { baseRevisionId: draft.revision?.id, text };
    return { ...draft, revision: await agent.post<Revision>(`/api/drafts/${draft.id}/revisions`, body) };
  }

  async function ingest(server: RunningServer, round: number): Promise<void> {
    const folder = await writeSyntheticLaws(lawsDir, round, filesARound);
    const response = await fetch(`${server.url}/api/local/ingest`, {
      method: 'POST',
      headers: { authorization: await localToken(), 'content-type': 'application/json' },
      body: JSON.stringify({ paths: [folder], kind: 'laws' }),
    });
    if (!response.ok) return;
    const { jobId } = (await response.json()) as { jobId: string };
    acknowledged.ingestions.set(round, jobId);
  }

  async function approve(agent: ApiClient, draft: Draft): Promise<void> {
    const body = { revisionId: draft.revision?.id, contentHash: draft.revision?.contentHash };
    const response = await agent.send('POST', `/api/drafts/${draft.id}/approve`, body);
    if (!response.ok) throw new Error(`approval refused: ${response.status} ${await response.text()}`);
    acknowledged.approvals.add(draft.id);
  }

  it(`survives SIGKILL at ${rounds[engine]} random moments (seed ${seed})`, async () => {
    let server = await start('start');
    const accounts = await demoAccounts(dataDir);
    await signUp(server.url, { name: '客户', ...clientAccount });
    for (let round = 0; round < rounds[engine]; round++) {
      const client = await signIn(server.url, clientAccount);
      const agent = await signIn(server.url, accounts.senior ?? { email: '', password: '' });
      const drafts = await askAndAwaitDrafts(client, agent, round);
      const ingestion = ingest(server, round);
      const approvals = drafts.map((draft) => approve(agent, draft));
      const settled = Promise.allSettled([ingestion, ...approvals]);
      // A delivery takes some milliseconds: half of the kills wait until the first approval is in, some until the
      // ingestion is, and the others come at any time.
      if (round % 2 === 1) await Promise.any(approvals);
      if (round % 4 === 2) await ingestion;
      await sleep(random() * (round % 2 === 1 ? 25 : round % 4 === 2 ? 200 : 800));
      kills.push(Date.now());
      await server.kill();
      await settled;
      server = await start('serve');
    }
    // What was acknowledged is finished by the restarted server without anybody asking again.
    evidence = await openEvidence({ engine, dataDir, url: database?.url, beforeOpening: () => awaitQuiet(server) });
    expect(kills).toHaveLength(rounds[engine]);
  });

  /** Waits until every acknowledged ingestion and delivery has been finished, then stops the server in good order. */
  async function awaitQuiet(server: RunningServer): Promise<void> {
    const client = await signIn(server.url, clientAccount);
    const token = await localToken();
    const unfinished = async () => {
      const { total } = await client.get<{ total: number }>('/api/matters?status=approved');
      if (total > 0) return true;
      for (const jobId of acknowledged.ingestions.values()) {
        const response = await fetch(`${server.url}/api/local/jobs/${jobId}`, { headers: { authorization: token } });
        const { state } = (await response.json()) as { state: string };
        if (state === 'queued' || state === 'running') return true;
      }
      return false;
    };
    for (let attempt = 0; attempt < 300 && (await unfinished()); attempt++) await sleep(200);
    await server.stop();
  }

  async function localToken(): Promise<string> {
    const { token } = JSON.parse(await readFile(path.join(dataDir, 'server.json'), 'utf8')) as { token: string };
    return `Bearer ${token}`;
  }

  it('was hit while deliveries and while ingestions were under way', async () => {
    for (const kind of ['deliver', 'ingest'] as const) {
      const spans = await evidence.spans(kind);
      const struck = kills.filter((at) => spans.some(({ from, to }) => from < at && at < to)).length;
      console.log(`${struck} of ${kills.length} kills struck while a job of kind "${kind}" was under way (${engine})`);
      expect(struck, kind).toBeGreaterThan(0);
    }
  });

  it('has lost nothing that it acknowledged', async () => {
    const matters = await evidence.matterIds();
    for (const id of acknowledged.matters) expect(matters).toContain(id);
    expect(acknowledged.approvals.size).toBeGreaterThanOrEqual(rounds[engine] / 2);
    const approved = await evidence.approvedDraftIds();
    for (const id of acknowledged.approvals) expect(approved).toContain(id);
    expect(await evidence.unfinishedJobs()).toBe(0);
  });

  it('has sent every standing approval once, and nothing else', async () => {
    const standing = await evidence.standingApprovalIds();
    const sent = await evidence.sentApprovalIds();
    expect(sent.sort()).toEqual(standing.sort());
    expect(new Set(sent).size).toBe(sent.length);
    expect(standing.length).toBeGreaterThanOrEqual(acknowledged.approvals.size);
  });

  it('has sent exactly the text that was approved', async () => {
    expect(await evidence.outboundDifferingFromApproval()).toEqual([]);
  });

  it('holds every ingested law whole, each article once', async () => {
    for (const round of acknowledged.ingestions.keys()) {
      for (let index = 0; index < filesARound; index++) {
        const { title, articles } = syntheticLaw(round, index);
        expect(await evidence.articlesOf(title), title).toEqual(articles);
      }
    }
    expect(await evidence.partialSources()).toEqual([]);
    expect(acknowledged.ingestions.size).toBeGreaterThan(rounds[engine] / 4);
  });
});
