import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentDetail } from '@lutai/contracts';
import { type Caller, openTestApp, type TestApp } from './open-test-app.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const laws = ['劳动争议调解仲裁法', '民法典-总则', '民法典-合同编', '民法典合同编通则解释', '城镇房屋租赁合同解释'];

export const documentQuestion = '我在甲公司上班，公司拖欠我三个月工资24000元，我想申请劳动仲裁。';

export type DocumentDesk = {
  test: TestApp;
  client: Caller;
  agent: Caller;
  /** A matter of the client's, drafted. */
  ask(): Promise<string>;
  /** Rules on every finding of the document's check; throws where one is refused. */
  ruleOnAll(document: DocumentDetail): Promise<void>;
};

/** A desk with the laws that documents rest on, a client and a senior agent. */
export async function openDocumentDesk(): Promise<DocumentDesk> {
  const test = await openTestApp();
  const actor = { id: 'test', name: '测试', role: 'admin', level: null } as const;
  const paths = laws.map((name) => path.join(repository, `corpus/laws/${name}.md`));
  await test.desk.deps.verbs.ingest({ paths, kind: 'laws', actor });
  const client = await test.client('document-client');
  const agent = await test.staff('agent', 'senior');
  return {
    ...{ test, client, agent },
    async ask() {
      const { body } = await client.post<{ matterId: string }>('/api/matters', { text: documentQuestion });
      await test.settle();
      return body.matterId;
    },
    async ruleOnAll({ draftId, revision, findings }) {
      for (const { key } of findings) {
        const ruling = { revisionId: revision?.id, reason: '已对照条文看过' };
        const { status } = await agent.post(`/api/drafts/${draftId}/findings/${key}/ruling`, ruling);
        if (status !== 200) throw new Error(`the ruling on ${key} was answered with ${status}`);
      }
    },
  };
}
