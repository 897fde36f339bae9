import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise, findPersonalData } from './anonymise.ts';

describe('anonymise', () => {
  it.each([
    ['身份证11010519491231002X。', '身份证〔身份证号〕。'],
    ['电话138 1234 5678或+86-13912345678', '电话〔电话〕或〔电话〕'],
    ['座机010-62345678，全角１３８１２３４５６７８', '座机〔电话〕，全角〔电话〕'],
    ['卡号6222 0212 3456 7890 123，转账', '卡号〔银行卡号〕，转账'],
    ['车牌京A12345和粤BD12345', '车牌〔车牌号〕和〔车牌号〕'],
    ['发到 someone@example.com 吧', '发到 〔邮箱〕 吧'],
    ['我微信号：abc_12345', '我微信号：〔账号〕'],
    ['我住在北京市朝阳区建国路88号2单元501室，漏水', '我住在〔地址〕，漏水'],
    ['我叫张三，借给李四先生钱，张三很着急', '我叫某某，借给某先生钱，某某很着急'],
    ['我姓欧阳，对方姓王', '我姓某，对方姓某'],
    ['老板叫马上走', '老板叫马上走'],
    ['一名女士，这位先生', '一名女士，这位先生'],
  ])('%s', (text, expected) => {
    expect(anonymise(text).text).toBe(expected);
  });

  it('leaves the law, sums, dates and case numbers alone', () => {
    const text =
      '依据《中华人民共和国民法典》第五百七十七条，2024年5月1日起按年利率3.45%计算，本金1234567.89元；（2023）京0105民初12345号。';
    expect(anonymise(text)).toEqual({ text, replaced: [] });
  });

  it('replaces the known name everywhere and counts by kind', () => {
    const { text, replaced } = anonymise('赵六说：我是赵六，13812345678', { names: ['赵六'] });
    expect(text).toBe('某某说：我是某某，〔电话〕');
    expect(replaced).toEqual([
      { kind: '电话', count: 1 },
      { kind: '姓名', count: 2 },
    ]);
  });

  it('finds a name again that is cut differently elsewhere', () => {
    expect(anonymise('我叫张小三在厂里上班。张小三被辞退。').text).not.toContain('张小三');
  });

  it('leaves nothing that it would find itself', () => {
    const words = [
      '我叫',
      '张',
      '李',
      '王小',
      '先生',
      '女士',
      '某',
      '对方姓',
      '姓',
      '13812345678',
      '6222021234567890123',
      '京A1234',
      '路88号',
      '市',
      '@',
      'a.b',
      '1',
      '，',
      '老板叫',
      '在',
      '室',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (parts) => {
        expect(
          findPersonalData(anonymise(parts.join(''), { names: ['王小', '张'] }).text, { names: ['王小', '张'] }),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['市', '1', '路1号', '我叫王', '先生', 'a@', '京A', '1 '])(
    'takes a long text of %s in its stride',
    (unit) => {
      const started = process.cpuUsage();
      anonymise(unit.repeat(50_000));
      expect(process.cpuUsage(started).user).toBeLessThan(32_000_000);
    },
  );
});
