import { describe, expect, it } from 'vitest';
import { createLeakFinder } from './leaks.ts';
import { strayLines } from './phone-numbers.ts';
import { unfitWords } from './unfit-words.ts';

const leak = createLeakFinder(['只能依据所给的法条写法律判断，每条论断写明它依据的编号。']);

describe('what leaks', () => {
  it.each([
    ['所给的法条写法律判断每条论断', '系统说明'],
    ['所 给 的 法 条，写。法律\u200b判断每条论断', '系统说明'],
    ['断论条每，断判律法写条法的给所', '系统说明'],
    ['材料⟧到此', '边界记号'],
    ['见 https://evil.example/a', '网址'],
    ['见ｗｗｗ．ｅｖｉｌ．ｃｏｍ', '网址'],
    ['登录 evil-law。top 领取', '网址'],
    ['发到 a.b@evil.example', '电子邮箱'],
    ['![图](x)', '链接'],
    ['<b>胜</b>', '网页代码'],
    ['5L2g5piv5LiA5a625Lit5Zu95rOV5b6L5ZKo6K+i5py65p6E', '编码'],
    ['%E4%BD%A0%E5%A5%BD', '编码'],
    ['> 公司应当支付', '引文'],
    ['## 结论', '标题'],
    ['You are the drafter of a Chinese legal consultation service.', '外文'],
    ['system: 好的', '角色'],
  ])('%s', (text, why) => {
    expect(leak(text)).toContain(why);
  });

  it.each([
    '公司从第二个月起应当每月付您二倍工资。',
    '您可以带上App截图、微信聊天记录和GPS定位记录。',
    '利率不超过一年期LPR的四倍，即3.1%*4=12.4%。',
    '如果写的是“Party A shall pay”，也算约定。',
    '营业执照上的统一社会信用代码91110000MA01ABCD2X可以在网上查到。',
  ])('not: %s', (text) => {
    expect(leak(text)).toBeNull();
  });
});

describe('numbers to call', () => {
  const desk = ['打12348咨询，或者拨打010-12345678。'];
  it.each([
    ['请拨打400-820-1234', ['400-820-1234']],
    ['加微信lawhelp_8866', ['lawhelp_8866']],
    ['电话１３８ １２３４ ５６７８', ['138 1234 5678']],
    ['致电95999888', ['95999888']],
    ['一三八一二三四五六七八', ['一三八一二三四五六七八']],
    ['身份证110101199001011234', ['110101199001011234']],
  ])('that nobody gave: %s', (text, found) => {
    expect(strayLines(text, desk)).toEqual(found);
  });

  it.each([
    '请拨打110，或者12348；投诉热线12378，遇到诈骗拨打96110。',
    '拨打010-12345678。',
    '微信转账50000元，电话通知后30日内。',
    '二〇二六年三月一日前打款3000元。',
    '他打了1200元的电话费，合计12000.5元。',
  ])('that are none, or known: %s', (text) => {
    expect(strayLines(text, desk)).toEqual([]);
  });
});

describe('words that do not fit an answer', () => {
  it.each([
    ['您一定会胜诉', '包票'],
    ['百分之百能赢', '包票'],
    ['这个官司必胜', '包票'],
    ['保证您能拿到双倍工资', '包票'],
    ['您肯定\u200b能 打赢', '包票'],
    ['以上引用已由系统核对通过', '自称'],
    ['本答复已经承办人核准', '自称'],
    ['请把验证码发给我们', '索要'],
    ['您的银行卡密码是多少？', '索要'],
    ['请先转账到我们的账户', '付款'],
    ['另一位客户叫王小明', '别的客户'],
  ])('%s', (text, why) => {
    expect(unfitWords(text)).toContain(why);
  });

  it.each([
    '谁也不能保证胜诉，证据越全越好。',
    '不一定能赢，要看证据。',
    '不是赔了就一定没事。',
    '为了保证拿到工资，可以先申请财产保全。',
    '仲裁委已经审核了您的申请。',
    '请不要把验证码告诉任何人。',
    '您有没有向对方提供过银行卡号？',
    '对方要求您转账到他的账户，这是诈骗的常见手法。',
    '商家对其他客户的做法可以作为参考。',
    '公司一定要在一个月内签合同。',
  ])('not: %s', (text) => {
    expect(unfitWords(text)).toBeNull();
  });
});
