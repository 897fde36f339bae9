import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AgentLevel, ErrorResponse, MatterDetail, Role } from '@lutai/contracts';
import { openTestDatabase } from '@lutai/db/testing';
import { systemActor } from '@lutai/desk';
import { createAccount } from '../accounts/create-account.ts';
import { createApp } from '../app.ts';
import { openAuthentication } from '../auth/open-authentication.ts';
import { type ComposedDesk, composeDeskOn, type DeskConfig } from '../compose/compose-desk.ts';
import { createLogger } from '../create-logger.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
export const testOrigin = 'http://127.0.0.1:8787';
const password = 'a-long-enough-password';

type Answer<Body> = { status: number; body: Body; headers: Headers };

/** One person at the API. Bodies are typed by the caller: each test names the contract it expects. */
export type Caller = {
  id: string;
  email: string;
  get<Body = ErrorResponse>(path: string): Promise<Answer<Body>>;
  post<Body = ErrorResponse>(path: string, body?: unknown): Promise<Answer<Body>>;
  raw(path: string, init?: RequestInit): Promise<Response>;
};

export type TestApp = {
  desk: ComposedDesk;
  app: ReturnType<typeof createApp>;
  anyone: Caller;
  client(name: string): Promise<Caller>;
  staff(role: Role, level?: AgentLevel): Promise<Caller>;
  /** Waits until the worker has done all that is due. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** The whole API over a fresh database, a corpus of a few provisions and the extractive drafter. */
export async function openTestApp({
  limitSignIns = false,
  ...config
}: { limitSignIns?: boolean } & Partial<DeskConfig> = {}): Promise<TestApp> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'lutai-api-'));
  const desk = await composeDeskOn(
    {
      dataFolder,
      databaseUrl: null,
      endpoint: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'none' },
      model: null,
      modelPrice: null,
      modelCacheFolder: null,
      modelStages: [],
      embeddingModel: null,
      secret: 'a secret of this test and of nothing else',
      publicUrl: null,
      aigcProducer: 'Lutai',
      logger: createLogger('fatal'),
      repository,
      webFolder: null,
      ...config,
    },
    await openTestDatabase(),
  );
  await ingestTestCorpus(desk);
  await desk.worker.start();
  const app = createApp({ ...desk.deps, authentication: await openAuthentication(desk, { limitSignIns }) });

  function caller(id: string, email: string, cookie: string | null): Caller {
    const raw = async (at: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('origin')) headers.set('origin', testOrigin);
      if (cookie !== null) headers.set('cookie', cookie);
      return app.request(`${testOrigin}${at}`, { ...init, headers });
    };
    const read = async <Body>(answer: Response): Promise<Answer<Body>> => ({
      status: answer.status,
      headers: answer.headers,
      // The test names the shape that the contract gives for the route.
      body: (await answer.json()) as Body,
    });
    return {
      id,
      email,
      raw,
      get: async (at) => read(await raw(at)),
      post: async (at, body = {}) =>
        read(
          await raw(at, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        ),
    };
  }
  const anyone = caller('', '', null);

  async function signedIn(id: string, email: string): Promise<Caller> {
    const answer = await anyone.post('/api/auth/sign-in/email', { email, password });
    if (answer.status !== 200) throw new Error(`sign-in of ${email} answered ${answer.status}`);
    return caller(id, email, cookieOf(answer.headers));
  }

  return {
    desk,
    app,
    anyone,
    async client(name) {
      const email = `${name}@example.com`;
      const { body } = await anyone.post<{ user: { id: string } }>('/api/auth/sign-up/email', {
        name,
        email,
        password,
      });
      return signedIn(body.user.id, email);
    },
    async staff(role, level) {
      const email = `${role}-${level ?? 'x'}-${desk.deps.newId()}@example.com`;
      const user = await createAccount(desk.deps, {
        actor: systemActor,
        account: { name: `${role}`, email, password, role, level: level ?? null, importance: 'standard' },
      });
      return signedIn(user.id, email);
    },
    settle: () => desk.worker.idle(),
    async close() {
      desk.endStreams();
      await desk.worker.stop();
      await desk.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Rules on each open finding of the matter's draft that may be ruled on, as an agent who has looked at it. */
export async function ruleOnFindings(agent: Caller, matterId: string): Promise<void> {
  const { draft } = (await agent.get<MatterDetail>(`/api/matters/${matterId}`)).body;
  for (const { key, open, rule } of draft?.findings ?? []) {
    if (!open || rule !== 'rule') continue;
    const body = { revisionId: draft?.revision?.id, reason: '已对照条文看过' };
    const { status } = await agent.post(`/api/drafts/${draft?.id}/findings/${key}/ruling`, body);
    if (status !== 200) throw new Error(`the ruling on ${key} answered ${status}`);
  }
}

export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Two laws and the cases of two areas: enough for a draft, small enough for every test file. */
async function ingestTestCorpus({ deps }: ComposedDesk): Promise<void> {
  const actor = { id: 'test', name: '测试', role: 'admin', level: null } as const;
  const paths = { laws: ['laws/劳动合同法.md', 'laws/民间借贷规定.md'], cases: ['cases/labour', 'cases/lending'] };
  for (const kind of ['laws', 'cases'] as const) {
    const found = paths[kind].map((name) => path.join(repository, 'corpus', name));
    const { skipped } = await deps.verbs.ingest({ paths: found, kind, actor });
    if (skipped.length > 0) throw new Error(`the test corpus was skipped: ${JSON.stringify(skipped)}`);
  }
}
