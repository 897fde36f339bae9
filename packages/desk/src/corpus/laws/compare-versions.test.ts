import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';

const article = (number: string, text: string, version = 'a') => ({
  id: `${version}${number}`,
  article: `第${number}条`,
  text,
});
const gist = ({ changes }: ReturnType<typeof compareVersions>) =>
  changes.map(({ kind, before, after }) => [kind, before?.article ?? null, after?.article ?? null]);

const loans = '借款人应当按照约定的期限返还借款，没有约定的，贷款人可以催告其在合理期限内返还。';
const interest = '自然人之间的借款合同对支付利息没有约定的，视为没有利息。';
const deposit = '出租人应当在租赁期限届满后七日内退还押金，不得以装修损耗为由扣减。';

describe('compareVersions', () => {
  it('counts what is the same and lists what was changed, added and removed', () => {
    const before = [article('一', loans), article('二', interest), article('三', deposit)];
    const after = [
      article('一', loans, 'b'),
      article('二', interest.replace('视为没有利息', '视为不支付利息'), 'b'),
      article('四', '保证人对债务承担连带责任，合同另有约定的除外。', 'b'),
    ];
    const found = compareVersions(before, after);
    expect(found.same).toBe(1);
    expect(gist(found)).toEqual([
      ['changed', '第二条', '第二条'],
      ['removed', '第三条', null],
      ['added', null, '第四条'],
    ]);
  });

  it('finds articles that have moved by their words, whatever now stands under their number', () => {
    const before = [article('一', loans), article('二', interest)];
    const after = [
      article('一', deposit, 'b'),
      article('二', loans.replace('合理期限', '三十日'), 'b'),
      article('三', interest, 'b'),
    ];
    expect(gist(compareVersions(before, after))).toEqual([
      ['added', null, '第一条'],
      ['changed', '第一条', '第二条'],
      ['renumbered', '第二条', '第三条'],
    ]);
  });

  it('takes white space for no change, and two articles of one text for two', () => {
    const before = [article('一', '本法自公布之日起施行。'), article('二', '本法自公布之日起施行。')];
    expect(compareVersions(before, [article('一', '本法自\n公布之日起施行。', 'b')])).toMatchObject({
      same: 1,
      changes: [{ kind: 'removed', before: { article: '第二条' } }],
    });
  });

  it('compares a thousand articles that all changed in less than three seconds', () => {
    const many = (version: string) =>
      Array.from({ length: 1000 }, (_, index) =>
        article(String(index), `${version}${loans}${index}${interest}`, version),
      );
    const started = process.cpuUsage();
    expect(compareVersions(many('甲'), many('乙')).changes).toHaveLength(1000);
    expect(process.cpuUsage(started).user).toBeLessThan(12_000_000);
  });
});
