import type { z } from 'zod';

export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface LocalDraft<Value> {
  /** What was kept; null where there is nothing, or nothing of this shape (an older version of the page wrote it). */
  read: () => Value | null;
  /** False where the browser would not keep it: then the reader must be told. */
  write: (value: Value) => boolean;
  clear: () => void;
}

/** Words that a person is writing, kept in this browser until they are sent. */
export function localDraft<Schema extends z.ZodType>(
  store: KeyValueStore | null,
  key: string,
  schema: Schema,
): LocalDraft<z.output<Schema>> {
  const name = `lutai.draft.${key}`;
  return {
    read: () => {
      try {
        const parsed = schema.safeParse(JSON.parse(store?.getItem(name) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    write: (value) => {
      try {
        store?.setItem(name, JSON.stringify(value));
        return store !== null;
      } catch {
        return false;
      }
    },
    clear: () => {
      try {
        store?.removeItem(name);
      } catch {
        // Nothing was kept, so nothing is left.
      }
    },
  };
}

/** This browser's store, or null where it has none (private windows, blocked site data). */
export function browserStore(): KeyValueStore | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
