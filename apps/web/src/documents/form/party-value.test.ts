import { describe, expect, it } from 'vitest';
import { asKind, partiesOf, partsOf } from './party-value.ts';

const needs = { person: ['sex', 'address'], organisation: ['representative'] };

describe('a party in a form', () => {
  it('is there to be filled in where none is yet', () => {
    expect(partiesOf({ type: 'organisation' }, undefined)).toEqual([{ kind: 'organisation' }]);
    expect(partiesOf({ type: 'party' }, [])).toEqual([{ kind: 'person' }]);
  });

  it('has the kind that its field takes, whatever was stored', () => {
    expect(partiesOf({ type: 'person' }, { kind: 'organisation', name: '张三', odd: 3 })).toEqual([
      { kind: 'person', name: '张三' },
    ]);
    expect(partiesOf({ type: 'party' }, [{ kind: 'organisation', name: '某公司' }])[0]?.kind).toBe('organisation');
  });

  it('is asked for what is needed, and shows what it has besides', () => {
    expect(partsOf({ needs }, { kind: 'person', phone: '1' })).toEqual(['name', 'sex', 'address', 'phone']);
    expect(partsOf({ needs }, { kind: 'organisation' })).toEqual(['name', 'representative']);
  });

  it('keeps what both kinds have when it becomes the other', () => {
    expect(asKind({ kind: 'person', name: '甲', sex: '男', phone: '1' }, 'organisation')).toEqual({
      ...{ kind: 'organisation', name: '甲', phone: '1' },
    });
  });
});
