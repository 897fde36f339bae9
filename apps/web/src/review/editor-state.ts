import type { Revision } from '@lutai/contracts';

/** A text being edited, and the revision it was begun from. */
export interface EditedText {
  baseRevisionId: string;
  text: string;
}

type Latest = Pick<Revision, 'id' | 'text'>;

/** Whether there is something to save. */
export function isDirty(edited: EditedText | null, latest: Latest): boolean {
  return edited !== null && edited.text !== latest.text;
}

/** Whether somebody saved a newer revision under an edit that is not saved yet. */
export function isStale(edited: EditedText | null, latest: Latest): boolean {
  return edited !== null && edited.baseRevisionId !== latest.id && edited.text !== latest.text;
}

/** What the editor shows: the edit, or, where there is none or it says nothing new, the latest revision. */
export function shownText(edited: EditedText | null, latest: Latest): string {
  return edited?.text ?? latest.text;
}
