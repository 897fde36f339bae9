import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { lockMatter, matterNotFound, readMatter } from '../matters/matter-rows.ts';
import { type ReceiveMessageDeps, type ReceiveMessageInput, receiveMessage } from '../matters/receive-message.ts';
import type { DocumentDeps } from './document-deps.ts';
import { sha256Of } from './document-files.ts';
import type { ContractFile } from './document-works.ts';
import { getDocument } from './get-document.ts';
import { nameOfContract, readContract } from './read-contract.ts';
import { findUploaded, storeContract } from './store-contract.ts';
import type { UploadedContract } from './upload-contract.ts';

export type SendContractDeps = DocumentDeps & ReceiveMessageDeps;
export type SendContractInput = { actor: Actor; file: ContractFile } & (
  | { matterId: string }
  /** Opens a matter; the same key twice is the same matter. */
  | { note?: string | undefined; idempotencyKey: string }
);

/**
 * 上传合同: a client sends a contract in, which is a message as well, into a matter of its own or a new one. The file is
 * read first, then message, matter and review are one transaction: what is refused or breaks leaves nothing behind. Of a
 * scanned one the review is a job.
 * Throws `unsupported-file` or `too-large` with the reason, `conflict` for a key under which something else was sent.
 */
export async function sendContract(deps: SendContractDeps, input: SendContractInput): Promise<UploadedContract> {
  const { actor, file } = input;
  if (actor.role !== 'client') throw new DeskError('forbidden', '只有客户可以这样上传合同；客服请在事项里上传。');
  const sha256 = sha256Of(file.bytes);
  if ('matterId' in input) await requireOwn(deps, actor, input.matterId);
  const known = 'matterId' in input ? await findUploaded(deps.db, input.matterId, sha256) : null;
  if (known !== null && !known.unreadable) await requireReadable(deps, actor, known.id);
  const contract = known === null || known.unreadable ? await readContract(deps, file) : null;

  let stored: { documentId: string; duplicate: boolean } | null = null;
  const received = await receiveMessage(deps, messageOf(input, sha256), async (tx, { matterId }) => {
    const matter = await lockMatter(tx, matterId);
    if (contract) stored = await storeContract(tx, deps, { actor, matter, contract });
  });
  const { matterId } = received;
  const { documentId, duplicate } = stored ?? (await earlier());
  if (!duplicate) deps.publish({ type: 'document', matterId, documentId, forClient: true });
  deps.wake();
  return { document: await getDocument(deps, { actor, documentId }), duplicate };

  /** The message was there already: so is the contract, unless the desk has given it up since. */
  async function earlier() {
    const found = known ?? (await findUploaded(deps.db, matterId, sha256));
    if (!contract || !('matterId' in input)) {
      if (found) return { documentId: found.id, duplicate: true };
      throw new DeskError('conflict', '同一个幂等键已用于另一份合同。请换一个新的幂等键再上传。');
    }
    return deps.db.transaction(async (tx) =>
      storeContract(tx, deps, { actor, matter: await lockMatter(tx, matterId), contract }),
    );
  }
}

/** What the desk uploaded itself is not for the client to see, so that sending it again leads nowhere. */
async function requireReadable(deps: SendContractDeps, actor: Actor, documentId: string): Promise<void> {
  await getDocument(deps, { actor, documentId }).catch((error: unknown) => {
    if (!(error instanceof DeskError) || error.code !== 'not-found') throw error;
    throw new DeskError('conflict', '承办人已经收到这份合同，正在审核，不必再上传。');
  });
}

async function requireOwn({ db }: SendContractDeps, actor: Actor, matterId: string): Promise<void> {
  if ((await readMatter(db, matterId)).clientId !== actor.id) throw matterNotFound();
}

function messageOf(input: SendContractInput, sha256: string): ReceiveMessageInput {
  const { actor, file } = input;
  const name = nameOfContract(file);
  const by = { actor, channel: 'portal' as const };
  if ('matterId' in input) {
    const { matterId } = input;
    const text = `上传了合同“${name}”，请审查。`;
    return { ...by, text, matter: { id: matterId }, externalId: `contract:${matterId}:${sha256}` };
  }
  const text = [`请审核我上传的合同“${name}”。`, input.note?.trim()].filter(Boolean).join('\n');
  return { ...by, text, matter: 'new', kind: 'review', externalId: input.idempotencyKey };
}
