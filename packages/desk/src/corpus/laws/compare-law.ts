import type { LawComparison } from '@lutai/contracts';
import { type Database, laws } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { DeskError } from '../../desk-error.ts';
import { compareVersions } from './compare-versions.ts';
import { provisionsOf } from './get-law.ts';
import { readVersions } from './law-summaries.ts';

/** Two texts of a law, article by article. Throws `not-found` where it has no such law or text. */
export async function compareLaw(
  deps: { db: Database },
  input: { lawId: string; from: string; to: string },
): Promise<LawComparison> {
  const [law] = await deps.db.select().from(laws).where(eq(laws.id, input.lawId));
  if (!law) throw new DeskError('not-found', `没有编号为 ${input.lawId} 的法规，可能已被替换；请从法规列表重新打开。`);
  const versions = (await readVersions(deps.db, [law.id])).get(law.id) ?? [];
  const find = (id: string) => {
    const version = versions.find((each) => each.id === id);
    if (!version) throw new DeskError('not-found', `《${law.title}》没有编号为 ${id} 的文本版本。`);
    const { preamble: _, ...rest } = version;
    return rest;
  };
  const [from, to] = [find(input.from), find(input.to)];
  const [before, after] = [await provisionsOf(deps.db, from.id), await provisionsOf(deps.db, to.id)];
  return { title: law.title, from, to, ...compareVersions(before, after) };
}
