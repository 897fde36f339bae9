import { describe, expect, it } from 'vitest';
import { readFacts } from './read-facts.ts';
import { rewriteFollowUp } from './rewrite-follow-up.ts';

const askedOn = '2026-03-02';

it('reads parties, days, sums, place and what is wanted, all in the words of the client', () => {
  const text = '我在东莞一家厂里干到2026年2月10日，老板欠我三个月工资一万八，说没钱。怎么要回来？';
  expect(readFacts([{ text, askedOn }])).toMatchObject({
    parties: [{ role: '用人单位', words: '厂里' }],
    dates: [{ raw: '2026年2月10日', day: '2026-02-10' }],
    sums: [{ raw: '一万八', yuan: 18_000 }],
    places: ['东莞'],
    wants: ['怎么要回来？'],
  });
});

it('says nothing of what was not said', () => {
  expect(readFacts([{ text: '你好', askedOn }])).toEqual({ parties: [], dates: [], sums: [], places: [], wants: [] });
});

describe('a follow-up', () => {
  const told = { from: 'client' as const, text: '我爸去年走了没留遗嘱，房子写他名字，我和哥哥能分多少' };
  const answered = { from: 'desk' as const, text: '您和哥哥都是第一顺序。' };

  it('is searched for together with what went before', () => {
    expect(rewriteFollowUp({ question: '那我姐姐呢？', conversation: [told, answered] })).toEqual({
      searched: `${told.text}\n那我姐姐呢？`,
      rewritten: 'by-rule',
    });
  });

  it('carries the first telling of the matter along, however many short turns lie between', () => {
    const turns = [told, answered, { from: 'client' as const, text: '好的' }];
    expect(rewriteFollowUp({ question: '多久能办完', conversation: turns }).searched).toContain('没留遗嘱');
  });

  it('that stands by itself is searched for as it is, and so is a first question', () => {
    const long =
      '另一件事想问：我在网上买的手机是翻新的，商家写的全新，现在拒绝退款，说超过七天了，我手里有付款记录和聊天截图，还有平台页面的截图，请问我可以要求退一赔三吗';
    const question = long.replace('另一件事想问：', '');
    expect(rewriteFollowUp({ question, conversation: [told, answered] })).toEqual({
      searched: question,
      rewritten: 'no',
    });
    expect(rewriteFollowUp({ question: '那我姐姐呢？', conversation: [] }).rewritten).toBe('no');
  });
});
