import { describe, expect, it } from 'vitest';
import { isDirty, isStale, shownText } from './editor-state.ts';

const first = { id: 'r1', text: '甲' };
const second = { id: 'r2', text: '乙' };

describe('the editor', () => {
  it('follows the latest revision while nothing was changed', () => {
    expect(shownText(null, second)).toBe('乙');
    expect(isDirty(null, second)).toBe(false);
  });

  it('keeps an edit, and says that it is one', () => {
    const edited = { baseRevisionId: 'r1', text: '甲甲' };
    expect(shownText(edited, first)).toBe('甲甲');
    expect(isDirty(edited, first)).toBe(true);
    expect(isStale(edited, first)).toBe(false);
  });

  it('tells when a newer revision came in between, and keeps the edit', () => {
    const edited = { baseRevisionId: 'r1', text: '甲甲' };
    expect(isStale(edited, second)).toBe(true);
    expect(shownText(edited, second)).toBe('甲甲');
  });

  it('sees no conflict where both wrote the same', () => {
    expect(isStale({ baseRevisionId: 'r1', text: '乙' }, second)).toBe(false);
  });
});
