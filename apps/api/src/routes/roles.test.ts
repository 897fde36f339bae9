import type { Role } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

type Who = Role | 'anyone';

const callers = new Map<Who, Caller>();
let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
  callers.set('anyone', test.anyone);
  callers.set('client', await test.client('role-client'));
  callers.set('agent', await test.staff('agent', 'senior'));
  callers.set('knowledge-manager', await test.staff('knowledge-manager'));
  callers.set('supervisor', await test.staff('supervisor'));
  callers.set('admin', await test.staff('admin'));
});
afterAll(() => test.close());

const everyRole: Role[] = ['client', 'agent', 'knowledge-manager', 'supervisor', 'admin'];
const desk: Role[] = ['agent', 'supervisor', 'admin'];
const drafters: Role[] = ['agent', 'supervisor'];
const keepers: Role[] = ['knowledge-manager', 'admin'];

/** Who gets past the door. Behind it an unknown id is not-found and an empty body invalid: both are past it. */
const doors: [string, Role[]][] = [
  ['GET /api/me', everyRole],
  ['GET /api/matters', everyRole],
  ['GET /api/matters/none', everyRole],
  ['POST /api/matters', ['client']],
  ['POST /api/matters/none/messages', ['client']],
  ['POST /api/matters/none/rating', ['client']],
  ['GET /api/queue', desk],
  ['GET /api/archive', everyRole],
  ['GET /api/matters/none/publication', [...drafters, 'knowledge-manager']],
  ['POST /api/matters/none/publication', [...drafters, 'knowledge-manager']],
  ['POST /api/matters/none/claim', drafters],
  ['POST /api/matters/none/release', drafters],
  ['POST /api/matters/none/redraft', drafters],
  ['POST /api/matters/none/archive', drafters],
  ['POST /api/drafts/none/revisions', drafters],
  ['POST /api/drafts/none/approve', drafters],
  ['GET /api/drafts/none/file', desk],
  ['GET /api/messages/none/file', everyRole],
  ['POST /api/deliveries/none/settle', drafters],
  ['GET /api/matters/none/audit', desk],
  ['GET /api/audit', ['supervisor', 'admin']],
  ['GET /api/search?q=工资', everyRole],
  ['POST /api/cite-check', everyRole],
  ['POST /api/ask', [...desk, 'knowledge-manager']],
  ['GET /api/templates', everyRole],
  ['POST /api/matters/none/documents', drafters],
  ['GET /api/matters/none/documents', everyRole],
  ['POST /api/matters/none/contracts', ['client', ...drafters]],
  ['GET /api/documents/none', everyRole],
  ['GET /api/documents/none/file', desk],
  ['POST /api/documents/none/request-fields', drafters],
  ['POST /api/documents/none/review', drafters],
  ['POST /api/documents/none/findings/none/decision', drafters],
  ['POST /api/documents/none/approve', drafters],
  ['POST /api/documents/none/discard', ['client', ...drafters]],
  [`GET /api/messages/none/attachments/${'0'.repeat(64)}`, everyRole],
  ['GET /api/calculations', everyRole],
  ['POST /api/calculations/none', everyRole],
  ['GET /api/laws', everyRole],
  ['GET /api/laws/none', everyRole],
  ['GET /api/provisions/none', everyRole],
  ['GET /api/corpus/status', everyRole],
  ['POST /api/corpus/ingest', keepers],
  ['POST /api/corpus/reindex', keepers],
  ['POST /api/cases/none/withdraw', keepers],
  ['GET /api/jobs/none', keepers],
  ['POST /api/jobs/none/cancel', keepers],
  ['GET /api/users', ['admin']],
  ['POST /api/users', ['admin']],
];

const bodies: Record<string, unknown> = {
  'POST /api/matters': { text: '公司拖欠工资怎么办？' },
  'POST /api/matters/none/messages': { text: '补充' },
  'POST /api/matters/none/rating': { score: 5, comment: '' },
  'POST /api/drafts/none/revisions': { baseRevisionId: 'none', text: '文本' },
  'POST /api/drafts/none/approve': { revisionId: 'none', contentHash: 'none' },
  'POST /api/matters/none/documents': { templateId: 'none' },
  'POST /api/documents/none/request-fields': { fields: [] },
  'POST /api/documents/none/review': { baseRevisionId: 'none' },
  'POST /api/documents/none/findings/none/decision': { baseRevisionId: 'none', decision: null },
  'POST /api/documents/none/approve': { revisionId: 'none', contentHash: 'none' },
  'POST /api/deliveries/none/settle': { decision: 'was-sent' },
  'POST /api/matters/none/publication': { title: '题', question: '问', answer: '答' },
  'POST /api/cite-check': { text: '' },
  'POST /api/calculations/none': {},
  'POST /api/ask': { question: '公司拖欠工资怎么办？' },
  'POST /api/users': {
    name: '新人',
    email: 'new-person@example.com',
    password: 'a-long-enough-password',
    role: 'client',
  },
};

describe.each(doors)('%s', (door, admitted) => {
  it('lets in who may enter, and nobody else', async () => {
    const [method = '', path = ''] = door.split(' ');
    for (const [who, caller] of callers) {
      const { status } = method === 'GET' ? await caller.get(path) : await caller.post(path, bodies[door]);
      const expected = who === 'anyone' ? 401 : admitted.includes(who) ? null : 403;
      if (expected !== null) expect([who, status]).toEqual([who, expected]);
      else expect([401, 403, 500], `${who} got ${status}`).not.toContain(status);
    }
  });
});
