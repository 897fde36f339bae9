import { matterStatuses } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { nextStatus, transitions } from './matter-status.ts';

describe('nextStatus', () => {
  it('reaches `approved` by an approval alone, and `answered` from there alone', () => {
    const into = (target: string) =>
      matterStatuses.flatMap((from) =>
        Object.entries(transitions[from])
          .filter(([, to]) => to === target && from !== target)
          .map(([move]) => `${from} ${move}`),
      );
    expect(into('approved')).toEqual(['in-review approved']);
    expect(into('answered')).toEqual(['approved delivered']);
    expect(into('archived')).toEqual(['answered archived']);
  });

  it('takes a client message in every status but the archive', () => {
    const open = matterStatuses.filter((status) => 'client-message' in transitions[status]);
    expect(open).toEqual(matterStatuses.filter((status) => status !== 'archived'));
  });

  it('says what to do instead where a move is not possible', () => {
    expect(() => nextStatus('archived', 'client-message')).toThrow(
      '事项现在是“已归档”，不能这样做。请新建一个咨询事项',
    );
    expect(() => nextStatus('received', 'approved')).toThrow('待起草');
  });
});
