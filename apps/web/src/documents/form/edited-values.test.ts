import { describe, expect, it } from 'vitest';
import { afterSaving, changedValues, cleanValue, isDirty, isStale, shownValue } from './edited-values.ts';

const saved = { baseRevisionId: 'r1', values: { court: '甲法院', sum: 5, party: { kind: 'person', name: '张三' } } };
const edit = (values: Record<string, unknown>, baseRevisionId = 'r1') => ({ baseRevisionId, values });

describe('values being edited', () => {
  it('are sent field by field, those that are as they were left out', () => {
    expect(changedValues(edit({ court: '乙法院', sum: 5, party: { name: '张三', kind: 'person' } }), saved)).toEqual({
      court: '乙法院',
    });
    expect(changedValues(edit({ court: '  ' }), saved)).toEqual({ court: null });
    expect(isDirty(edit({ other: '' }), saved)).toBe(false);
  });

  it('lose empty parts and rows', () => {
    expect(
      cleanValue([
        { what: '本金', amount: 3, note: '' },
        { what: '', amount: undefined },
      ]),
    ).toEqual([{ what: '本金', amount: 3 }]);
    expect(cleanValue({ kind: 'person', name: '' })).toBeNull();
    expect(cleanValue(0)).toBe(0);
  });

  it('are stale once somebody else has saved, unless they say nothing new', () => {
    expect(isStale(edit({ court: '乙法院' }, 'r0'), saved)).toBe(true);
    expect(isStale(edit({ court: '甲法院' }, 'r0'), saved)).toBe(false);
    expect(isStale(edit({ court: '乙法院' }), saved)).toBe(false);
    expect(shownValue(edit({ court: '乙法院' }, 'r0'), saved, 'court')).toBe('乙法院');
  });

  it('typed while others were being saved stay, on top of the new revision', () => {
    const next = { baseRevisionId: 'r2', values: { ...saved.values, court: '乙法院' } };
    expect(afterSaving(edit({ court: '乙法院', sum: 7 }), { court: '乙法院' }, next)).toEqual(edit({ sum: 7 }, 'r2'));
    expect(afterSaving(edit({ court: '乙法院' }), { court: '乙法院' }, next)).toBeNull();
  });
});
