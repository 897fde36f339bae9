import type { Provision } from '@lutai/contracts';

/** A heading of a law (编, 章, 节) and the first provision that stands under it. */
export interface OutlineEntry {
  title: string;
  depth: number;
  provisionId: string;
}

/** The headings in the order of the text: one each time the path of a provision differs from that before it. */
export function lawOutline(provisions: readonly Pick<Provision, 'id' | 'path'>[]): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let before: readonly string[] = [];
  for (const { id, path } of provisions) {
    const same = path.findIndex((title, depth) => title !== before[depth]);
    const from = same === -1 ? path.length : same;
    path.slice(from).forEach((title, offset) => {
      entries.push({ title, depth: from + offset, provisionId: id });
    });
    before = path;
  }
  return entries;
}

/** The headings that stand right above each provision. */
export function groupHeadings(entries: readonly OutlineEntry[]): Map<string, OutlineEntry[]> {
  const groups = new Map<string, OutlineEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.provisionId);
    if (group) group.push(entry);
    else groups.set(entry.provisionId, [entry]);
  }
  return groups;
}
