import { type MatterKind, matterKindSchema } from '@lutai/contracts';
import { useState } from 'react';
import { z } from 'zod';
import { browserStore, localDraft } from '../storage/local-draft.ts';

const askDraftSchema = z.object({
  text: z.string(),
  kind: matterKindSchema,
  factsDate: z.string(),
  submission: z.object({ fingerprint: z.string(), key: z.string() }).nullable(),
});
export type AskDraft = z.infer<typeof askDraftSchema>;

const empty: AskDraft = { text: '', kind: 'consultation' satisfies MatterKind, factsDate: '', submission: null };

/** The question being written; every keystroke is kept in this browser until it is sent. */
export function useAskDraft(userId: string) {
  const [kept] = useState(() => localDraft(browserStore(), `ask.${userId}`, askDraftSchema));
  const [draft, setDraft] = useState<AskDraft>(() => kept.read() ?? empty);
  const [restored] = useState(draft.text !== '');
  const [keeps, setKeeps] = useState(true);

  const change = (part: Partial<AskDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setKeeps(kept.write(next));
  };
  const clear = () => {
    kept.clear();
    setDraft(empty);
  };
  return { draft, change, clear, restored, keeps };
}
