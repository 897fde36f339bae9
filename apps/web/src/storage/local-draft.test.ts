import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localDraft } from './local-draft.ts';

function memoryStore() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

const schema = z.object({ text: z.string() });

describe('localDraft', () => {
  it('gives back what was written until it is cleared', () => {
    const draft = localDraft(memoryStore(), 'ask', schema);
    expect(draft.read()).toBeNull();
    expect(draft.write({ text: '公司辞退我' })).toBe(true);
    expect(draft.read()).toEqual({ text: '公司辞退我' });
    draft.clear();
    expect(draft.read()).toBeNull();
  });

  it('does not take what it cannot read', () => {
    const store = memoryStore();
    store.values.set('lutai.draft.ask', '{"text":1}');
    expect(localDraft(store, 'ask', schema).read()).toBeNull();
    store.values.set('lutai.draft.ask', '{');
    expect(localDraft(store, 'ask', schema).read()).toBeNull();
  });

  it('says so when the browser keeps nothing, and does not break', () => {
    const full = {
      ...memoryStore(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(localDraft(full, 'ask', schema).write({ text: '字' })).toBe(false);
    expect(localDraft(null, 'ask', schema).write({ text: '字' })).toBe(false);
    expect(localDraft(null, 'ask', schema).read()).toBeNull();
  });

  it('keeps drafts of different places apart', () => {
    const store = memoryStore();
    localDraft(store, 'ask', schema).write({ text: '一' });
    localDraft(store, 'matter.1', schema).write({ text: '二' });
    expect(localDraft(store, 'ask', schema).read()).toEqual({ text: '一' });
  });
});
