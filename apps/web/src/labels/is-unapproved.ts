import type { Draft } from '@lutai/contracts';

/** Whether a text of this draft is a machine's, whoever has edited it since, and nobody has approved it. */
export function isUnapproved({
  status,
  revisions,
}: Pick<Draft, 'status'> & { revisions: Pick<Draft['revisions'][number], 'authorName'>[] }): boolean {
  if (status === 'approved') return false;
  return revisions.length === 0 || revisions.some(({ authorName }) => authorName === null);
}
