import type { MatterSummary } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { documentBlocks, mayEdit } from './document-blocks.ts';

const me = { id: 'a', role: 'agent', level: 'senior' } as const;
const matter: MatterSummary = {
  ...{ id: 'm', number: 'LT1', subject: '欠薪', kind: 'consultation', status: 'in-review', channel: 'portal' },
  ...{ clientName: '客户', area: null, urgency: 'normal', complexity: 'complex', priority: 3, dueAt: null },
  ...{ overdue: false, nearestDeadline: null, assigneeId: 'a', assigneeName: '甲' },
  ...{ createdAt: '2026-11-23T00:00:00Z', updatedAt: '2026-11-23T00:00:00Z' },
};
const held = (changes: Partial<MatterSummary> = {}) => ({ matter: { ...matter, ...changes }, draft: null });
const codes = (...args: Parameters<typeof documentBlocks>) => documentBlocks(...args).map(({ code }) => code);

describe('what stands before the approval of a document', () => {
  it('is nothing where the matter is mine, all is saved and the desk names no obstacle', () => {
    expect(documentBlocks(held(), { obstacles: [] }, me, false)).toEqual([]);
  });

  it('is what the desk says, and first what is not saved', () => {
    expect(documentBlocks(held(), { obstacles: ['还缺 1 项：住址。'] }, me, true)).toEqual([
      { code: 'unsaved' },
      { code: 'obstacle', text: '还缺 1 项：住址。' },
    ]);
  });

  it('is whose matter it is', () => {
    expect(codes(held({ assigneeId: null }), { obstacles: [] }, me, false)).toEqual(['unclaimed']);
    expect(documentBlocks(held({ assigneeId: 'b', assigneeName: '乙' }), { obstacles: [] }, me, false)).toEqual([
      { code: 'other', name: '乙' },
    ]);
    expect(codes(held({ status: 'archived' }), { obstacles: ['还缺'] }, me, true)).toEqual(['closed']);
  });

  it('is the level that a hard matter asks for, and the role', () => {
    expect(codes(held(), { obstacles: [] }, { ...me, level: 'junior' }, false)).toEqual(['level']);
    expect(codes(held(), { obstacles: [] }, { ...me, role: 'admin' }, false)).toEqual(['role']);
  });
});

it('a document is changed by who holds the matter, while it is open', () => {
  expect(mayEdit(held(), { status: 'open' }, me)).toBe(true);
  expect(mayEdit(held(), { status: 'delivered' }, me)).toBe(false);
  expect(mayEdit(held({ assigneeId: null }), { status: 'open' }, me)).toBe(false);
  expect(mayEdit(held({ status: 'archived' }), { status: 'open' }, me)).toBe(false);
});
