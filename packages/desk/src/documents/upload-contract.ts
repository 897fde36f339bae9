import type { DocumentDetail } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { lockMatter, readMatter } from '../matters/matter-rows.ts';
import { requireDrafter } from '../matters/permissions.ts';
import type { DocumentDeps } from './document-deps.ts';
import { sha256Of } from './document-files.ts';
import type { ContractFile } from './document-works.ts';
import { getDocument } from './get-document.ts';
import { readContract } from './read-contract.ts';
import { findUploaded, storeContract } from './store-contract.ts';

export type UploadContractInput = { actor: Actor; matterId: string; file: ContractFile };
export type UploadedContract = { document: DocumentDetail; duplicate: boolean };

/**
 * 合同审查: the desk takes a contract in and holds it against the checklist of its type; a scanned one is stored first and
 * recognised by a job. The same file again is the same document, one that could not be read is tried anew. Throws
 * `unsupported-file` or `too-large` with the reason.
 */
export async function uploadContract(deps: DocumentDeps, input: UploadContractInput): Promise<UploadedContract> {
  const { actor, matterId, file } = input;
  requireDrafter(actor);
  await readMatter(deps.db, matterId);
  const known = await findUploaded(deps.db, matterId, sha256Of(file.bytes));
  if (known && !known.unreadable) {
    return { document: await getDocument(deps, { actor, documentId: known.id }), duplicate: true };
  }
  const contract = await readContract(deps, file);
  const { documentId, duplicate } = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    await requireClaimable(tx, { actor, matter });
    return storeContract(tx, deps, { actor, matter, contract });
  });
  if (!duplicate) deps.publish({ type: 'document', matterId, documentId, forClient: false });
  deps.wake();
  return { document: await getDocument(deps, { actor, documentId }), duplicate };
}
