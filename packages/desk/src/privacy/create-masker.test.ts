import { describe, expect, it } from 'vitest';
import { createMasker } from './create-masker.ts';
import { personalSentences } from './testing/personal-sentences.ts';

describe('a masker', () => {
  it.each(personalSentences)('%s', (text, kind, originals) => {
    const masker = createMasker();
    const masked = masker.mask(text);
    for (const original of originals) expect(masked).not.toContain(original);
    expect(masker.masks().map((mask) => mask.kind)).toContain(kind);
    expect(masker.unmask(masked)).toBe(text);
  });

  it.each([
    '我在北京市朝阳区一家公司上班，公司和房东签的合同被老板撕了，于是我去法院告他',
    '依据《中华人民共和国民法典》第五百七十七条，2024年5月1日起按年利率3.45%计算，本金1234567.89元；（2023）京0105民初12345号。',
    '他借了高利贷，还款方便得很，说好2023-05-01还30000，2024-05-01 2024-06-01又各还5000',
    '工资3000 4000 5000，二〇二三年到二〇二四年，一共十二个月，拨打电话110和12348都没用',
    '住在三楼，小区住了二十年，村里批了2层楼，老板叫马上走，老公常年在外，儿子高中毕业，对方经理不理',
    '房东太太和一位女士、这位先生，老师傅、老太太都在，小程序里查的，老百姓不懂',
    '被告人、原告方、债务人、担保人承担连带责任，由法院依照法律判决',
    '营业执照注册资本1000000元，2019年3月15日成立，股东2人',
  ])('leaves alone: %s', (text) => {
    expect(createMasker().mask(text)).toBe(text);
  });

  it('keeps province, city and county, and masks street and number', () => {
    const mask = (text: string) => createMasker().mask(text);
    expect(mask('我住在北京市朝阳区建国路88号2单元501室，漏水')).toBe('我住在北京市朝阳区〔地址1〕，漏水');
    expect(mask('家在浙江省杭州市余杭区阳光小区3号楼')).toBe('家在浙江省杭州市余杭区〔地址1〕');
    expect(mask('我住成都春熙路12号')).toBe('我住成都〔地址1〕');
  });

  it('gives the same words the same token in every text, and counts them', () => {
    const masker = createMasker({ names: ['赵六'] });
    expect(masker.mask('我叫张三，电话13812345678')).toBe('我叫〔姓名1〕，电话〔电话1〕');
    expect(masker.mask('张三又打了13812345678，赵六没接，13912345678也没接')).toBe(
      '〔姓名1〕又打了〔电话1〕，〔姓名2〕没接，〔电话2〕也没接',
    );
    expect(masker.masks()).toEqual([
      { kind: '姓名', token: '〔姓名1〕', original: '张三', count: 2 },
      { kind: '电话', token: '〔电话1〕', original: '13812345678', count: 2 },
      { kind: '姓名', token: '〔姓名2〕', original: '赵六', count: 1 },
      { kind: '电话', token: '〔电话2〕', original: '13912345678', count: 1 },
    ]);
  });

  it('masks a known number again inside a longer run of digits', () => {
    const masker = createMasker();
    masker.mask('电话13812345678');
    expect(masker.mask('单号991381234567800001111')).not.toContain('13812345678');
  });
});

describe('what looks like a token in the text of a client', () => {
  it.each(['〔姓名1〕', '[姓名1]', '【姓名１】', '〔 姓名1 〕', '(电话1)', '姓名1', '〔原文1〕', '〔〔姓名1〕〕'])(
    '%s is put back as it was written',
    (look) => {
      const masker = createMasker();
      const text = `我叫张三，写着${look}，电话13812345678`;
      const masked = masker.mask(text);
      expect(masker.unmask(masked)).toBe(text);
      expect(masker.unmaskReply(masked)).toEqual({ text, unknown: [] });
    },
  );

  it('is not confused with a token that is issued later', () => {
    const masker = createMasker();
    const first = masker.mask('请填写〔姓名1〕');
    masker.mask('我叫张三');
    expect(masker.unmask(first)).toBe('请填写〔姓名1〕');
  });
});

describe('maskRest', () => {
  it('leaves what is masked already as it is', () => {
    const masker = createMasker();
    const masked = masker.mask('我叫张三，电话13812345678，见〔姓名1〕');
    expect(masker.maskRest(masked)).toBe(masked);
    expect(masker.maskRest(`${masked}，被告李四`)).toBe(`${masked}，被告〔姓名3〕`);
  });

  it('masks the same raw text the same way every time', () => {
    const masker = createMasker();
    const text = '我写的〔姓名1〕，我叫张三';
    const first = masker.maskRest(text);
    expect(masker.maskRest(text)).toBe(first);
    expect(masker.unmask(first)).toBe(text);
  });
});

describe('the reply of a model', () => {
  it.each([
    '〔姓名1〕',
    '〔 姓名1 〕',
    '[姓名1]',
    '【姓名1】',
    '姓名1',
    '〔姓名1',
    '姓名1〕',
    '〔姓名１〕',
    '（姓名1）',
  ])('carries the name again where it says %s', (token) => {
    const masker = createMasker();
    masker.mask('我叫张三');
    const { text, unknown } = masker.unmaskReply(`请${token}先还款。`);
    expect(text.replace(/[〔〕]/g, '')).toBe('请张三先还款。');
    expect(unknown).toEqual([]);
  });

  it('has its invented tokens listed, and they stay', () => {
    const masker = createMasker();
    masker.mask('我叫张三');
    expect(masker.unmaskReply('〔姓名9〕和〔姓名1〕和[电话2]，再有〔姓名9〕，拨打电话110')).toEqual({
      text: '〔姓名9〕和张三和[电话2]，再有〔姓名9〕，拨打电话110',
      unknown: ['〔姓名9〕', '[电话2]'],
    });
  });
});
