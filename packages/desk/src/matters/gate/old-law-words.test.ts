import { describe, expect, it } from 'vitest';
import { saysWhyOldLaw } from './old-law-words.ts';

describe('saysWhyOldLaw', () => {
  it.each([
    '因为借款发生在2019年，这里适用当时有效的《合同法》第二百零七条。',
    '您与公司的合同签订于2007年，应当依照修订前的《劳动法》第二十八条处理。',
    '由于继承开始在民法典施行之前，仍依据已废止的《继承法》第十条确定继承人。',
    '根据时间效力规定，民法典施行前的法律事实引起的纠纷，适用当时的法律，即《合同法》第五十二条。',
  ])('accepts %s', (passage) => expect(saysWhyOldLaw(passage)).toBe(true));

  it.each([
    '依据《合同法》第二百零七条，借款人应当支付逾期利息。',
    '依据当时有效的《合同法》第二百零七条，借款人应当支付逾期利息。',
    '因为对方没有还钱，依据《合同法》第二百零七条应当支付利息。',
    '《合同法》已经废止。',
  ])('wants which law and why: %s', (passage) => expect(saysWhyOldLaw(passage)).toBe(false));
});
