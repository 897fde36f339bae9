import type { AgentLevel, Citation, DraftContent, EnteredEvent, MatterEvent, Role, Triage } from '@lutai/contracts';
import { type Database, type OpenDatabase, users } from '@lutai/db';
import { openTestDatabase, type TestEngine } from '@lutai/db/testing';
import type { Actor } from '../../audit/actor.ts';
import { emptyTrace } from '../../drafting/trace.ts';
import { createWorker, type Worker } from '../../jobs/create-worker.ts';
import { deliverApproval, type SendingChannel } from '../deliver-approval.ts';
import { draftMatter } from '../draft-matter.ts';

export const simpleTriage: Triage = {
  area: 'labour',
  urgency: 'normal',
  complexity: 'simple',
  priority: 3,
  dueInHours: 24,
  reasons: [{ field: 'area', value: 'labour', why: '提到“辞退”' }],
};

/** A citation of the one law that the test corpus knows: 《示例法》 has articles 第一条 to 第九条. */
export function checkSample(text: string): Citation[] {
  return [...text.matchAll(/《示例法》第([一-龥]+)条/g)].map((match) => {
    const isKnown = '一二三四五六七八九'.includes(match[1] ?? '-');
    return {
      raw: match[0],
      start: match.index,
      end: match.index + match[0].length,
      state: isKnown ? 'ok' : 'not-found',
      resolved: isKnown
        ? {
            provisionId: `p${match[1]}`,
            lawId: 'l',
            versionId: 'v',
            citation: match[0],
            law: '示例法',
            article: `第${match[1]}条`,
            effectiveFrom: '2020-01-01',
            effectiveTo: null,
            text: '示例条文。',
          }
        : null,
      note: '',
    };
  });
}

export function sampleContent(text: string): DraftContent {
  return {
    outcome: 'answered',
    route: 'answer',
    risk: { level: 'low', reasons: [] },
    practitionerText: null,
    trace: emptyTrace(),
    text,
    claims: [{ id: '1', text, citations: [] }],
    citations: checkSample(text),
    missingFacts: [],
    deadlines: [],
    triage: simpleTriage,
    drafter: 'extractive',
    model: null,
    promptVersion: null,
    asOf: '2024-05-01',
    notices: [],
    provisions: [],
    cases: [],
  };
}

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>;

/** A desk on a fresh database: people, dependencies that can be turned, and a worker that runs when it is asked to. */
export async function openTestDesk(options: { engine?: TestEngine; channels?: SendingChannel[] } = {}) {
  const opened: OpenDatabase = await openTestDatabase(options.engine);
  const { db } = opened;
  const events: MatterEvent[] = [];
  const logged: string[] = [];
  let ids = 0;
  let working = Promise.resolve();
  let minutes = 0;
  const turn = {
    triage: () => simpleTriage,
    draft: async (question: string, _entered: EnteredEvent[] = []) =>
      sampleContent(`依据《示例法》第一条答复：${question}`),
    check: async (text: string) => checkSample(text),
  };
  const deps = {
    db,
    newId: () => `id-${++ids}`,
    now: () => new Date(Date.UTC(2024, 4, 1, 8, ++minutes)),
    triage: () => turn.triage(),
    checkText: (text: string) => turn.check(text),
    draft: ({ question, entered }: { question: string; entered?: EnteredEvent[] }) => turn.draft(question, entered),
    publish: (event: MatterEvent) => void events.push(event),
    wake: () => {},
    channels: options.channels ?? [{ name: 'portal' as const, transactional: true as const }],
  };
  const handlers = { draft: draftMatter(deps), deliver: deliverApproval(deps) };
  const log = (fields: Record<string, unknown>, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  const worker: Worker = createWorker({
    db,
    engine: opened.engine,
    handlers,
    newId: deps.newId,
    log: { info: log, warn: log, error: log },
    retryMs: () => 1,
    pollMs: 20,
    concurrency: 1,
  });
  return {
    deps,
    db,
    turn,
    events,
    logged,
    handlers,
    /** Runs everything that is due to its end; one call after the other, as the worker is one. */
    work() {
      working = working.then(async () => {
        await worker.start();
        await worker.idle();
        await worker.stop();
      });
      return working;
    },
    person: (name: string, role: Role, level: AgentLevel | null = null) => addPerson(db, { name, role, level }),
    close: () => opened.close(),
  };
}

async function addPerson(db: Database, person: Omit<Actor, 'id'>): Promise<Actor> {
  const id = `user-${person.name}`;
  await db.insert(users).values({
    ...person,
    id,
    email: `${encodeURIComponent(person.name).replaceAll('%', '').toLowerCase()}@example.test`,
  });
  return { ...person, id };
}
