import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentDetail } from '@lutai/contracts';
import { createRecogniser } from '@lutai/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signIn, signUp } from '../support/api-client.ts';
import { scannedPdf } from '../support/scanned-pdf.ts';
import { type RunningServer, repository, startServer } from '../support/server.ts';

const account = { email: 'scan@example.com', password: 'a-long-enough-password-1' };
const pages = 8;

describe.skipIf(createRecogniser() === null)('a server killed while it recognises a scan', () => {
  let dataDir: string;
  let server: RunningServer;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'lutai-crash-scan-'));
    server = await startServer({ dataDir, command: 'start' });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const read = (client: ApiClient, id: string) => client.get<DocumentDetail>(`/api/documents/${id}`);
  async function awaitDocument(client: ApiClient, id: string, holds: (document: DocumentDetail) => boolean) {
    for (let attempt = 0; attempt < 1_200; attempt++) {
      const document = await read(client, id);
      if (holds(document)) return document;
      await sleep(100);
    }
    throw new Error(`document ${id} did not come to it: ${JSON.stringify(await read(client, id))}`);
  }

  it('has lost nothing of what it answered, and reads it from the first page on when it is back', async () => {
    const jpeg = await readFile(path.join(repository, 'packages/documents/src/recognise/testing/scan.jpg'));
    // What stands on every page alike would be taken for its header.
    const page = (at: number) => ({ jpeg, width: 1000, height: 320, turn: at === 0 ? (0 as const) : (180 as const) });
    const scan = scannedPdf(Array.from({ length: pages }, (_, at) => page(at)));
    let client = await signUp(server.url, { name: '客户', ...account });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(scan)], '扫描的合同.pdf'));
    form.set('idempotencyKey', 'scan-0001');
    const sent = await client.send('POST', '/api/contracts', form);
    // The test names the shape that the contract gives for the route.
    const { document } = (await sent.json()) as { document: DocumentDetail };
    expect([sent.status, document.status]).toEqual([201, 'reading']);
    await awaitDocument(client, document.id, ({ reading }) => (reading?.page ?? 0) >= 2);
    await server.kill();

    server = await startServer({ dataDir, command: 'serve' });
    client = await signIn(server.url, account);
    const back = await read(client, document.id);
    expect(back.status).toBe('reading');
    expect(await awaitDocument(client, document.id, ({ status }) => status !== 'reading')).toMatchObject({
      ...{ status: 'open', failure: null },
    });
    const again = await client.send('POST', '/api/contracts', form);
    expect(await again.json()).toMatchObject({ duplicate: true, document: { id: document.id } });
  });
});
