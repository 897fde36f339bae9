import type { WritableAnswer } from '../write/answer.ts';

/** A draft that a machine made and nobody has approved. */
export const sampleAnswer = (text: string, changed: Partial<WritableAnswer> = {}): WritableAnswer => ({
  number: '2026-0001',
  subject: '公司拖欠工资',
  text,
  madeByAi: true,
  id: '0b7c9d5e-1111-4222-8333-444455556666',
  contentHash: 'c0ffee'.padEnd(64, '0'),
  approval: null,
  writtenAt: new Date('2026-11-20T01:00:00Z'),
  producer: 'Lutai',
  ...changed,
});

/** Signed on the evening of one day in UTC, which is the next day in China. */
export const approvedBy = (by: string) => ({ by, at: new Date('2026-11-23T17:00:00Z') });
