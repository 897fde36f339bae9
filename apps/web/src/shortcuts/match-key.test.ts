import { describe, expect, it } from 'vitest';
import { matchKey } from './match-key.ts';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('matchKey', () => {
  it('takes ⌘ and Ctrl for mod', () => {
    expect(matchKey(press('s', { ctrlKey: true }), 'mod+s')).toBe(true);
    expect(matchKey(press('s', { metaKey: true }), 'mod+s')).toBe(true);
    expect(matchKey(press('s'), 'mod+s')).toBe(false);
  });

  it('leaves the browser its own combinations', () => {
    expect(matchKey(press('j', { ctrlKey: true }), 'j')).toBe(false);
    expect(matchKey(press('c', { metaKey: true }), 'c')).toBe(false);
  });

  it('takes ? however the keyboard makes it', () => {
    expect(matchKey(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matchKey(press('?'), '?')).toBe(true);
  });
});
