import type { DocumentDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { documentKey, fillDocument } from '../../api/documents.ts';
import { hasCode } from '../../api/request-error.ts';
import { browserStore, localDraft } from '../../storage/local-draft.ts';
import { afterSaving, changedValues, type EditedValues, isDirty, isStale, shownValue } from './edited-values.ts';

const editedSchema = z.object({ baseRevisionId: z.string(), values: z.record(z.string(), z.unknown()) });

/** The form being filled in: what is typed is kept in this browser until it is saved as a revision. */
export function useDocumentForm(document: DocumentDetail, onSaved?: (saved: DocumentDetail) => void) {
  const client = useQueryClient();
  const { id, matterId, baseRevisionId } = document;
  const [kept] = useState(() => localDraft(browserStore(), `document.${id}`, editedSchema));
  const [edited, setEdited] = useState<EditedValues | null>(() => kept.read());
  const [restored, setRestored] = useState(edited !== null);
  const keep = (next: EditedValues | null) => {
    if (next === null) kept.clear();
    else kept.write(next);
    return next;
  };
  const changes = changedValues(edited, document);
  const save = useMutation({
    mutationFn: (values: Record<string, unknown>) =>
      fillDocument(id, { baseRevisionId: edited?.baseRevisionId ?? baseRevisionId, values }),
    onSuccess: (saved, sent) => {
      setRestored(false);
      setEdited((now) => keep(afterSaving(now, sent, saved)));
      client.setQueryData(documentKey(matterId, id), saved);
      void client.invalidateQueries({ queryKey: ['matter', matterId] });
      onSaved?.(saved);
    },
    onError: (error) => {
      if (!hasCode(error, 'stale-revision', 'conflict', 'already-approved', 'forbidden')) return;
      void client.invalidateQueries({ queryKey: ['matter', matterId] });
    },
  });
  return {
    dirty: Object.keys(changes).length > 0,
    /** What would be saved, field by field. */
    changes,
    changed: Object.keys(changes),
    stale: isStale(edited, document),
    restored: restored && Object.keys(changes).length > 0,
    save,
    submit: () => save.mutate(changes),
    valueOf: (key: string) => shownValue(edited, document, key),
    change: (key: string, value: unknown) =>
      setEdited((now) => {
        const next = {
          baseRevisionId: now?.baseRevisionId ?? baseRevisionId,
          values: { ...now?.values, [key]: value },
        };
        // What was taken back is nothing that would have to come back.
        keep(isDirty(next, document) ? next : null);
        return next;
      }),
    discard: () => {
      setRestored(false);
      save.reset();
      setEdited(keep(null));
    },
    /** Takes the newest revision for the base: what is saved next goes on top of it. */
    rebase: () => {
      save.reset();
      setEdited((now) => keep(now === null ? null : { ...now, baseRevisionId }));
    },
  };
}
export type DocumentForm = ReturnType<typeof useDocumentForm>;
