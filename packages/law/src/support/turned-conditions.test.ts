import { describe, expect, it } from 'vitest';
import { otherStarts } from './period-starts.ts';
import { toTokens } from './tokens.ts';
import { turnedConditions } from './turned-conditions.ts';

const turned = (claim: string, provision: string) => turnedConditions(toTokens(claim), toTokens(provision));

describe('turnedConditions', () => {
  const platform = '平台不能提供销售者的真实名称和联系方式的，消费者可以向平台要求赔偿。';

  it('sees the condition turned round while its consequence stays', () => {
    expect(turned('平台能提供销售者的真实名称和联系方式的，消费者可以要求平台赔偿。', platform)).toHaveLength(1);
  });

  it('does not take two parties beside each other for two conditions', () => {
    const either = platform.replace('销售者', '销售者或者服务者');
    expect(turned('平台能提供销售者真实名称和联系方式的，消费者可以要求平台赔偿。', either)).toHaveLength(1);
  });

  it('leaves alone what is turned round as a whole, or not at all', () => {
    expect(turned('平台能提供销售者的真实名称和联系方式的，消费者不能要求平台赔偿。', platform)).toEqual([]);
    expect(turned('平台没有提供销售者的真实名称和联系方式的，消费者可以要求平台赔偿。', platform)).toEqual([]);
  });
});

describe('otherStarts', () => {
  const limitation = '时效期间从当事人知道或者应当知道其权利被侵害之日起计算。';

  it('tells the day of the harm from the day on which it was known', () => {
    expect(otherStarts('时效期间从权利被侵害之日起计算。', limitation)).toHaveLength(1);
  });

  it('takes the same start in other words', () => {
    expect(otherStarts('时效从您知道权利被侵害那天起算。', limitation)).toEqual([]);
  });
});
