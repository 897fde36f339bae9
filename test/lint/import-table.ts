/** Who may import whom among our own workspaces (ARCHITECTURE.md: "The rooms"). */
const packages = [
  'contracts',
  'law',
  'learning',
  'embedder',
  'retrieval',
  'model',
  'db',
  'desk',
  'channels',
  'documents',
];

const everything = [...packages, 'evals'];

export const importTable: Record<string, readonly string[]> = {
  'packages/contracts': [],
  'packages/law': [],
  'packages/learning': [],
  'packages/embedder': [],
  'packages/retrieval': ['law', 'embedder'],
  'packages/model': [],
  'packages/db': [],
  'packages/desk': ['contracts', 'law', 'learning', 'retrieval', 'model', 'db'],
  'packages/channels': ['contracts'],
  'packages/documents': ['law', 'learning'],
  'apps/api': everything,
  'apps/web': ['contracts'],
  'apps/cli': [...everything, 'api'],
  evals: packages,
  test: [...everything, 'api', 'cli'],
};

export interface Violation {
  file: string;
  imported: string;
  why: string;
}

const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;

/** The workspace that a repository path lies in, or null outside all of them. */
export function workspaceOf(file: string): string | null {
  return Object.keys(importTable).find((workspace) => file.startsWith(`${workspace}/`)) ?? null;
}

/** Every import of `file` (a repository path) that the table does not allow. */
export function violations(file: string, source: string): Violation[] {
  const workspace = workspaceOf(file);
  if (!workspace) return [];
  const allowed = importTable[workspace] ?? [];
  const isTest = /\.test\.tsx?$|\/testing\//.test(file);
  const found: Violation[] = [];
  for (const [, , imported = ''] of source.matchAll(importPattern)) {
    const own = /^@lutai\/([a-z]+)(\/testing)?/.exec(imported);
    if (own) {
      const [, name = '', testing] = own;
      const isSelf = workspace.endsWith(name);
      if (testing && !isTest && workspace !== 'test') {
        found.push({ file, imported, why: 'testing code is for tests alone' });
      }
      if (!isSelf && !allowed.includes(name))
        found.push({ file, imported, why: `${workspace} may not import ${name}` });
    } else if (imported.startsWith('.')) {
      const target = resolve(file, imported);
      if (!target.startsWith(`${workspace}/`)) {
        found.push({ file, imported, why: 'a relative import leaves its workspace' });
      }
    }
  }
  return found;
}

function resolve(file: string, imported: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const step of imported.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
