import { isSameFile } from './corpus-file.ts';
import { type PreparedLaw, type ProvisionRow, provisionRows } from './read-law-file.ts';

export type StandingSource = {
  supersedes: string[];
  id: string;
  file: string;
  part: string | null;
  excerpt: boolean;
  contentHash: string;
  /** Provisions that came with it (and were not taken over since): id → text. */
  texts: Map<string, string>;
};

/** What storing one file comes to: rows to write and to remove, or why there is nothing to store. */
export type LawPlan =
  | {
      kind: 'store';
      rows: ProvisionRow[];
      removeSources: StandingSource[];
      removeProvisions: string[];
      warning: string | null;
    }
  | { kind: 'same-text'; file: string }
  | { kind: 'refused'; reason: string };

/**
 * Decides between a file and the files that already hold the same version. A full text takes over from excerpts; an
 * excerpt only adds what is missing; a newer state of the same file replaces the older; of two different files that
 * both claim the version the first stays. `inThisRun` are the hashes of all files that are being ingested together.
 */
export function planLaw(
  prepared: PreparedLaw,
  versionId: string,
  sources: readonly StandingSource[],
  inThisRun: ReadonlySet<string>,
): LawPlan {
  const { part } = prepared.law;
  const replaces = (source: StandingSource) =>
    source.excerpt === prepared.excerpt && isSameFile(source.file, prepared.file) && !inThisRun.has(source.contentHash);
  const otherParts = sources.filter((source) => part !== null && source.part !== null && source.part !== part);
  const taken = new Set(otherParts.filter((source) => !replaces(source)).flatMap(({ texts }) => [...texts.keys()]));
  const rows = provisionRows(prepared, versionId, taken);
  const ids = new Set(rows.map(({ id }) => id));
  const rivals = sources.filter(
    (source) =>
      replaces(source) ||
      source.part === part ||
      (!otherParts.includes(source) && [...source.texts.keys()].some((id) => ids.has(id))),
  );
  const removeSources = rivals.filter(replaces);
  const left = (source: StandingSource) => [...source.texts.keys()].filter((id) => !ids.has(id));
  const removeProvisions = removeSources.flatMap(left);
  const fullTexts = rivals.filter((source) => !source.excerpt && !replaces(source));
  const covers = (one: string | null, other: string | null) => one === null || one === other;

  if (prepared.excerpt) {
    if (fullTexts.some((source) => covers(source.part, part))) {
      return { kind: 'store', rows: [], removeSources, removeProvisions, warning: null };
    }
    const standing = new Map(
      sources.filter((source) => !removeSources.includes(source)).flatMap(({ texts }) => [...texts]),
    );
    const differing = rows.filter(({ id, text }) => standing.has(id) && standing.get(id) !== text);
    const articles = differing.map(({ article }) => article).join('、');
    const warning = articles && `${articles}与已收录的文字不同，以先收录的为准`;
    return {
      kind: 'store',
      rows: rows.filter(({ id }) => !standing.has(id)),
      removeSources,
      removeProvisions,
      warning: warning || null,
    };
  }
  const [holder] = fullTexts;
  if (holder) {
    const same = holder.texts.size === rows.length && rows.every(({ id, text }) => holder.texts.get(id) === text);
    if (same) return { kind: 'same-text', file: holder.file };
    const reason = `同一法规的同一文本已由「${holder.file}」收录，两者内容不同；如要替换，请用同名文件导入`;
    return { kind: 'refused', reason };
  }
  const excerpts = rivals.filter((source) => source.excerpt && covers(part, source.part));
  return {
    kind: 'store',
    rows,
    removeSources,
    removeProvisions: [...removeProvisions, ...excerpts.flatMap(left)],
    warning: null,
  };
}
