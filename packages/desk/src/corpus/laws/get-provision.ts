import type { ProvisionDetail } from '@lutai/contracts';
import { type Database, laws, provisions } from '@lutai/db';
import { canonicalCitation } from '@lutai/law';
import { eq } from 'drizzle-orm';
import { DeskError } from '../../desk-error.ts';
import { chinaDay } from '../../drafting/china-day.ts';
import { readVersions, summarise } from './law-summaries.ts';
import { toProvision } from './to-provision.ts';

/** One provision with its law and the version that it belongs to. */
export async function getProvision(
  deps: { db: Database; now: () => Date },
  input: { provisionId: string },
): Promise<ProvisionDetail> {
  const [found] = await deps.db
    .select({ provision: provisions, law: laws })
    .from(provisions)
    .innerJoin(laws, eq(laws.id, provisions.lawId))
    .where(eq(provisions.id, input.provisionId));
  if (!found) throw new DeskError('not-found', `没有编号为 ${input.provisionId} 的条文，可能已被新文本替换。`);
  const versions = (await readVersions(deps.db, [found.law.id])).get(found.law.id) ?? [];
  const version = versions.find(({ id }) => id === found.provision.versionId);
  if (!version)
    throw new DeskError('not-found', `编号为 ${input.provisionId} 的条文所属的文本刚刚被替换，请重新打开。`);
  const { preamble: _, ...shown } = version;
  return {
    provision: toProvision(found.provision),
    law: summarise(found.law, versions, chinaDay(deps.now())),
    version: shown,
    citation: canonicalCitation(found.law.title, found.provision.article),
  };
}
