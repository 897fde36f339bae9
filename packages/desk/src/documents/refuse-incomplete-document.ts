import type { Transaction } from '@lutai/db';
import { DeskError } from '../desk-error.ts';
import type { RevisionRow } from '../matters/matter-rows.ts';
import { areAttachmentsIntact } from './document-files.ts';
import { readMadeFrom } from './document-rows.ts';
import { obstaclesOf } from './obstacles.ts';

/** Throws where a document lacks a field, contradicts itself, was not gone through, or its file is not the one hashed. */
export async function refuseIncompleteDocument(tx: Transaction, revision: RevisionRow): Promise<void> {
  const obstacles = obstaclesOf(await readMadeFrom(tx, revision.id));
  if (obstacles.length > 0) throw new DeskError('not-ready', `这份文书还不能核准：${obstacles.join('')}`);
  if (await areAttachmentsIntact(tx, revision.attachments)) return;
  throw new DeskError(
    'stale-revision',
    '文书的文件与保存时不一致，不能核准。请重新保存文书（会重新生成文件），看过之后再核准。',
  );
}
