import type { DocumentPreview, FieldValues } from '@lutai/contracts';

export interface PreviewState {
  /** The last page that could be had. */
  page: DocumentPreview | null;
  /** Whether that is the page of what was asked for last. */
  current: boolean;
  /** Why the newest could not be had. */
  error: unknown;
}
export const noPreview: PreviewState = { page: null, current: false, error: null };

interface PreviewFeedOptions {
  ask: (values: FieldValues, signal: AbortSignal) => Promise<DocumentPreview>;
  tell: (state: PreviewState) => void;
  /** How long a pause in typing lasts. */
  waitMs: number;
}

/**
 * Previews of a form that is being filled in: one call at a time, for what was typed last; earlier calls are ended. A
 * call that fails takes no page away.
 */
export function createPreviewFeed({ ask, tell, waitMs }: PreviewFeedOptions) {
  let state = noPreview;
  let wanted: FieldValues = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let call: AbortController | null = null;
  let closed = false;
  const become = (change: Partial<PreviewState>) => {
    state = { ...state, ...change };
    tell(state);
  };
  const end = () => {
    clearTimeout(timer);
    call?.abort();
    call = null;
  };
  const load = async () => {
    const mine = new AbortController();
    call = mine;
    try {
      const page = await ask(wanted, mine.signal);
      if (call === mine) become({ page, current: true, error: null });
    } catch (error) {
      if (call === mine) become({ error });
    }
  };
  const loadIn = (ms: number) => {
    end();
    timer = setTimeout(() => void load(), ms);
  };
  return {
    want(values: FieldValues) {
      if (closed) return;
      wanted = values;
      if (state.current) become({ current: false });
      loadIn(state.page === null ? 0 : waitMs);
    },
    /** Tries once more what failed. */
    again() {
      if (!closed) loadIn(0);
    },
    close() {
      closed = true;
      end();
    },
  };
}
export type PreviewFeed = ReturnType<typeof createPreviewFeed>;
