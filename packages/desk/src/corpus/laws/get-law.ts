import type { LawDetail } from '@lutai/contracts';
import { type Database, lawSources, laws, provisions } from '@lutai/db';
import { compareArticles } from '@lutai/law';
import { asc, eq } from 'drizzle-orm';
import { DeskError } from '../../desk-error.ts';
import { chinaDay } from '../../drafting/china-day.ts';
import { readVersions, summarise, versionOn } from './law-summaries.ts';
import { lawCurrency, lawTimeline } from './law-timeline.ts';
import { toProvision } from './to-provision.ts';

/** A law, its versions, and all provisions of the version asked for, else of the one in force today. */
export async function getLaw(
  deps: { db: Database; now: () => Date },
  input: { lawId: string; versionId?: string | undefined },
): Promise<LawDetail> {
  const [law] = await deps.db.select().from(laws).where(eq(laws.id, input.lawId));
  if (!law) throw new DeskError('not-found', `没有编号为 ${input.lawId} 的法规，可能已被替换；请从法规列表重新打开。`);
  const versions = (await readVersions(deps.db, [law.id])).get(law.id) ?? [];
  const today = chinaDay(deps.now());
  const { versionId } = input;
  const version = versionId === undefined ? versionOn(versions, today) : versions.find(({ id }) => id === versionId);
  if (!version) throw new DeskError('not-found', `《${law.title}》没有编号为 ${versionId ?? ''} 的文本版本。`);
  const { preamble, ...chosen } = version;
  return {
    law: summarise(law, versions, today),
    versions: versions.map(({ preamble: _, ...rest }) => rest),
    version: chosen,
    preamble,
    timeline: lawTimeline(law.title, versions),
    currency: lawCurrency(law.title, versions, today),
    provisions: await provisionsOf(deps.db, version.id),
  };
}

type Placed = { row: typeof provisions.$inferSelect; part: string | null };

/** Parts of a version come in several files; they stand in the order of their article numbers. */
export async function provisionsOf(db: Database, versionId: string) {
  const found = await db
    .select({ row: provisions, part: lawSources.part })
    .from(provisions)
    .innerJoin(lawSources, eq(lawSources.id, provisions.sourceId))
    .where(eq(provisions.versionId, versionId))
    .orderBy(asc(provisions.ordinal), asc(provisions.id));
  const sources = new Set(found.map(({ row }) => row.sourceId));
  if (sources.size <= 1) return found.map(({ row }) => toProvision(row));
  const groups = new Map<string, Placed[]>();
  for (const placed of found) {
    const key = placed.part ?? '';
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  const restarts = hasRepeatedArticles(found);
  const ordered = [...groups.values()].map((group) => group.toSorted(byArticle)).toSorted(byFirst);
  return (restarts ? ordered.flat() : ordered.flat().toSorted(byArticle)).map(({ row }) => toProvision(row));
}

/** Articles by number; what has none keeps its place after them. */
function byArticle(one: Placed, other: Placed): number {
  const [left, right] = [one.row, other.row];
  if (left.kind !== right.kind) return left.kind === 'article' ? -1 : 1;
  const byNumber = left.kind === 'article' ? compareArticles(left.article, right.article) : 0;
  return byNumber || left.ordinal - right.ordinal;
}

const byFirst = ([one]: Placed[], [other]: Placed[]) => (one && other ? byArticle(one, other) : 0);

function hasRepeatedArticles(found: readonly Placed[]): boolean {
  const articles = found.filter(({ row }) => row.kind === 'article').map(({ row }) => row.article);
  return new Set(articles).size < articles.length;
}
