import path from 'node:path';
import type { StandingText } from '@lutai/desk';
import { type Checklist, loadChecklists, loadTemplates, type Template } from '@lutai/documents';
import { findCitations } from '@lutai/law';

/** What documents are written from and contracts are held against. */
export type DocumentData = {
  templates: readonly Template[];
  checklists: readonly Checklist[];
  /** Where the learnt terms are (`loadLearntTerms`); null for none. */
  termsFolder: string | null;
};

/** Reads the templates and checklists of the repository's `corpus/`. Throws with the file's name where one is wrong. */
export async function loadDocumentData(repository: string): Promise<DocumentData> {
  return {
    templates: await loadTemplates(path.join(repository, 'corpus/templates')),
    checklists: await loadChecklists(path.join(repository, 'corpus/checklists')),
    termsFolder: path.join(repository, 'corpus/terms'),
  };
}

/** What the checklists say of a term, as an opinion on a contract carries it. */
export const checklistSentences = ({ checklists }: Pick<DocumentData, 'checklists'>): string[] =>
  checklists.flatMap(({ checks }) => checks.map(({ why }) => why));

/** Templates and checks with what they cite: an amendment of it brings them before the knowledge manager. */
export function documentTexts({
  templates,
  checklists,
}: Pick<DocumentData, 'templates' | 'checklists'>): StandingText[] {
  return [
    ...templates.map(({ id, name, provisions }) => ({
      ...{ subjectType: 'template' as const, subjectId: id, title: `文书模板：${name}` },
      citations: [...provisions],
    })),
    ...checklists.flatMap(({ checks }) =>
      checks.map(({ id, name, why }) => ({
        ...{ subjectType: 'guidance' as const, subjectId: `check:${id}`, title: `合同审查：${name}` },
        citations: [...new Set(findCitations(why).flatMap(({ raw, kind }) => (kind === 'provision' ? [raw] : [])))],
      })),
    ),
  ].filter(({ citations }) => citations.length > 0);
}
