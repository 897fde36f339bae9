import { citationSchema, type Finding, findingSchema } from '@lutai/contracts';
import { citationRulings, type Database, type Transaction, users } from '@lutai/db';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { RevisionRow } from '../matter-rows.ts';
import { findingsOf, type OpenFinding } from './findings-of.ts';

/** What the stored check of a revision found, each with the standing ruling on it. */
export function readFindings(db: Database | Transaction, revision: RevisionRow): Promise<Finding[]> {
  const citations = z.array(citationSchema).parse(revision.citations);
  return withRulings(db, revision.draftId, findingsOf(revision.text, citations));
}

/** Joins findings of a draft with what has been ruled on them; `open` says which still stand in the way. */
export async function withRulings(
  db: Database | Transaction,
  draftId: string,
  findings: readonly OpenFinding[],
): Promise<Finding[]> {
  if (findings.length === 0) return [];
  const rows = await db
    .select({ ruling: citationRulings, name: users.name })
    .from(citationRulings)
    .leftJoin(users, eq(users.id, citationRulings.ruledBy))
    .where(and(eq(citationRulings.draftId, draftId), isNull(citationRulings.withdrawnAt)));
  const byKey = new Map(rows.map((row) => [row.ruling.findingKey, row]));
  return findings.map((finding) => {
    const found = finding.rule === 'rule' ? byKey.get(finding.key) : undefined;
    const ruling = found && {
      id: found.ruling.id,
      reason: found.ruling.reason,
      byName: found.name ?? '',
      at: found.ruling.ruledAt.toISOString(),
    };
    return findingSchema.parse({ ...finding, ruling: ruling ?? null, open: ruling === undefined });
  });
}
