import { describe, expect, it } from 'vitest';
import { findCitations } from './find-citations.ts';
import { uncitedSentences } from './uncited-sentences.ts';

const uncited = (text: string) => uncitedSentences(text, findCitations(text)).map(({ sentence }) => sentence);

describe('uncitedSentences', () => {
  it('names each sentence that states law and cites none, with its place', () => {
    const text = '您好。用人单位应当支付二倍工资。\n1. 诉讼时效期间为三年！';
    expect(uncited(text)).toEqual(['用人单位应当支付二倍工资。', '诉讼时效期间为三年！']);
    for (const { sentence, start, end } of uncitedSentences(text, [])) expect(text.slice(start, end)).toBe(sentence);
  });

  it('is content with a citation in the sentence, and with a conclusion from the one before it', () => {
    expect(uncited('根据《民法典》第五百七十七条，对方应当赔偿损失。因此，您有权要求对方赔偿。')).toEqual([]);
    expect(uncited('根据《民法典》第五百七十七条，对方应当赔偿损失。\n因此，您有权要求对方赔偿。')).toHaveLength(1);
    expect(uncited('根据《民法典》第五百七十七条，对方应当赔偿损失。用人单位不得扣押证件。')).toHaveLength(1);
  });

  it('leaves questions, greetings and advice alone', () => {
    expect(uncited('公司应当赔偿吗？请补充合同签订的时间。您可以先收集工资流水。合同约定违约金为一万元。')).toEqual([]);
  });
});
