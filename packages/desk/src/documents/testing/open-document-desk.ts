import type { DocumentDetail } from '@lutai/contracts';
import { messages } from '@lutai/db';
import type { TestEngine } from '@lutai/db/testing';
import { eq } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import type { SendingChannel } from '../../matters/deliver-approval.ts';
import { receiveMessage } from '../../matters/receive-message.ts';
import { openTestDesk } from '../../matters/testing/open-test-desk.ts';
import { approveDocument } from '../approve-document.ts';
import type { DocumentWorks } from '../document-works.ts';
import { fillDocument } from '../fill-document.ts';
import { getDocument } from '../get-document.ts';
import { recogniseContract } from '../recognition/recognise-contract.ts';
import { startDocument } from '../start-document.ts';
import { sampleWorks } from './sample-works.ts';

export type DocumentDesk = Awaited<ReturnType<typeof openDocumentDesk>>;
export const complete = { name: '测试客户', sum: '8000', basis: '《示例法》第一条' };

/** A desk with a client whose question has a draft in review, an agent, and steps that tests share. */
export async function openDocumentDesk(options: { engine?: TestEngine; channels?: SendingChannel[] } = {}) {
  const desk = await openTestDesk(options);
  /** What a test may put in the place of recognition. */
  const scan = { recognise: sampleWorks.recognise };
  const works: DocumentWorks = { ...sampleWorks, recognise: (...input) => scan.recognise(...input) };
  const deps = { ...desk.deps, works };
  const log = {
    warn: (fields: object, message: string) => void desk.logged.push(`${message} ${JSON.stringify(fields)}`),
  };
  Object.assign(desk.handlers, { recognise: recogniseContract({ ...deps, log }) });
  const client = await desk.person('测试客户', 'client');
  const agent = await desk.person('测试客服', 'agent', 'senior');

  async function ask(channel: 'portal' | 'email' = 'portal', text = '公司不发工资怎么办'): Promise<string> {
    const { matterId } = await receiveMessage(deps, { actor: client, text, channel, matter: 'new' });
    await desk.work();
    return matterId;
  }
  const fill = (document: DocumentDetail, values: Record<string, unknown>, actor: Actor = agent) =>
    fillDocument(deps, { actor, documentId: document.id, baseRevisionId: document.baseRevisionId, values });
  /** A document that lacks nothing. */
  async function filled(matterId: string): Promise<DocumentDetail> {
    return fill(await startDocument(deps, { actor: agent, matterId, templateId: 'claim' }), complete);
  }
  const approve = ({ id: documentId, revision }: DocumentDetail, actor: Actor = agent) =>
    approveDocument(deps, {
      ...{ actor, documentId, revisionId: revision?.id ?? '', contentHash: revision?.contentHash ?? '' },
    });

  return {
    ...desk,
    ...{ deps, scan, client, agent, ask, fill, filled, approve },
    read: (document: { id: string }, actor: Actor = agent) => getDocument(deps, { actor, documentId: document.id }),
    outbound: () => desk.db.select().from(messages).where(eq(messages.direction, 'outbound')),
  };
}
