import type { Draft, Revision } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { reviseDraft } from '../api/desk.ts';
import { hasCode } from '../api/request-error.ts';
import { browserStore, localDraft } from '../storage/local-draft.ts';
import { type EditedText, isDirty, isStale, shownText } from './editor-state.ts';

const editedSchema = z.object({ baseRevisionId: z.string(), text: z.string() });

/** The draft being edited; each keystroke is kept in this browser, 保存修订 makes a revision of it. */
export function useDraftEditor(draft: Pick<Draft, 'id' | 'matterId'>, revision: Revision) {
  const client = useQueryClient();
  const [kept] = useState(() => localDraft(browserStore(), `review.${draft.id}`, editedSchema));
  const [edited, setEdited] = useState<EditedText | null>(() => kept.read());
  const [restored, setRestored] = useState(edited !== null && isDirty(edited, revision));

  const put = (next: EditedText | null) => {
    setEdited(next);
    if (next === null) kept.clear();
    else kept.write(next);
  };
  const text = shownText(edited, revision);
  const save = useMutation({
    mutationFn: () => reviseDraft(draft.id, { baseRevisionId: edited?.baseRevisionId ?? revision.id, text }),
    onSuccess: async (saved) => {
      setRestored(false);
      // Words typed while it was being saved stay an edit, now of the new revision.
      setEdited((now) => {
        const next =
          now === null || now.text.trim() === saved.text.trim() ? null : { ...now, baseRevisionId: saved.id };
        if (next === null) kept.clear();
        else kept.write(next);
        return next;
      });
      await client.invalidateQueries({ queryKey: ['matter', draft.matterId] });
    },
    onError: async (error) => {
      if (hasCode(error, 'stale-revision', 'conflict', 'already-approved')) {
        await client.invalidateQueries({ queryKey: ['matter', draft.matterId] });
      }
    },
  });

  return {
    text,
    dirty: isDirty(edited, revision),
    stale: isStale(edited, revision),
    restored,
    save,
    change: (next: string) => put({ baseRevisionId: edited?.baseRevisionId ?? revision.id, text: next }),
    discard: () => {
      setRestored(false);
      save.reset();
      put(null);
    },
    /** Takes the latest revision for the edit's base: what is saved next goes on top of it. */
    rebase: () => {
      save.reset();
      put({ baseRevisionId: revision.id, text });
    },
  };
}
export type DraftEditor = ReturnType<typeof useDraftEditor>;
