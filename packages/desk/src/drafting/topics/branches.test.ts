import { join } from 'node:path';
import { claimsOf, findCitations } from '@lutai/law';
import { describe, expect, it } from 'vitest';
import { createExtractiveDrafter } from '../extractive-drafter.ts';
import { loadDeadlines } from '../load-deadlines.ts';
import { draftingInput, hits as someHits } from '../testing/hits.ts';
import { createVettedSentences } from '../vetted-sentences.ts';
import { loadTopics } from './load-topics.ts';
import { matchTopics } from './match-topics.ts';
import { missingOf, readElements } from './read-elements.ts';
import { topicSentences } from './topic-words.ts';

const corpus = join(import.meta.dirname, '../../../../../corpus');
const topics = await loadTopics(join(corpus, 'catalogue/topics'));
const topicOf = (id: string) => {
  const topic = topics.find((one) => one.id === id);
  if (topic === undefined) throw new Error(`no topic ${id}`);
  return topic;
};

const first = () => {
  const [hit] = someHits;
  if (hit === undefined) throw new Error('no hit');
  return hit;
};

describe('which way an answer branches', () => {
  const told = (id: string, key: string, text: string) => {
    const read = readElements(topicOf(id), text).find(({ element }) => element.key === key);
    return read?.told ? read.branches[0]?.condition : read?.state.state;
  };

  it.each([
    ['我骑车被汽车撞了，对方全责', '如果行人、骑车人没有过错'],
    ['骑电动车被撞，对方全责', '如果行人、骑车人没有过错'],
    ['骑电动车被撞了，交警认定司机全责', '如果行人、骑车人没有过错'],
    ['骑电动车被撞，交警认定我全责', '如果行人、骑车人负主要或者全部责任'],
    ['骑电动车闯红灯被撞了', '如果行人、骑车人负主要或者全部责任'],
    ['骑车被撞了，对方说我全责', '如果行人、骑车人负主要或者全部责任'],
    ['骑车被撞了', 'missing'],
  ])('of who is to blame for an accident: %s', (text, expected) => {
    expect(told('traffic-pedestrian-bike', 'walker-fault', text)).toBe(expected);
  });

  it('of the estate of a grandfather does not ask for uncles', () => {
    expect(told('subrogation', 'uncle-aunt', '爸爸比爷爷先去世，我能继承爷爷的房子吗')).toBe('said');
    expect(told('subrogation', 'uncle-aunt', '大伯去世了，爷爷也不在了，我能继承吗')).toBe('missing');
  });
});

it('says whole clauses of what the client told', () => {
  const [heirs] = readElements(topicOf('intestate-order'), '我爸去世了，没有遗嘱，家里一套房\n那我姐姐呢？');
  expect(heirs?.state.words).toBe('我爸去世了，没有遗嘱，家里一套房');
});

describe('two topics about the same', () => {
  const said = '邻居家的狗咬了我孩子，去打狂犬疫苗花了1800';
  const both = ['tort-pet-injury', 'neighbour-animals'].map(topicOf);

  it('are not both told where the same provision decides them', () => {
    const hits = [{ ...first(), citation: '《中华人民共和国民法典》第一千二百四十五条' }];
    expect(matchTopics(both, { text: said, hits, area: 'tort' })).toHaveLength(1);
  });

  it('do not ask the same in other words', () => {
    const asked = missingOf(both.map((topic) => readElements(topic, said))).map(({ question }) => question);
    expect(asked.filter((question) => question.includes('烈性犬'))).toHaveLength(1);
  });
});

it('does not take an animal for a patient', () => {
  const topic = topicOf('medical-malpractice');
  const hits = topic.provisions.map((citation) => ({ ...first(), citation }));
  const of = (text: string) => matchTopics([topic], { text, hits, area: 'medical' }).length;
  expect(of('我妈在医院误诊去世，能赔吗')).toBe(1);
  expect(of('我家狗死了宠物医院误诊能赔吗')).toBe(0);
});

it('does not hold the law of consumers against a seller who is a private person', () => {
  const topic = topicOf('consumer-fraud');
  const hits = topic.provisions.map((citation) => ({ ...first(), citation }));
  const of = (text: string) => matchTopics([topic], { text, hits, area: 'consumer' }).length;
  expect(of('买的二手车是事故车，卖家是二手车行')).toBe(1);
  expect(of('二手车买了发现是事故车，卖家是个人')).toBe(0);
});

it('keeps every sentence as it was vetted where two topics share a conclusion', async () => {
  const shown = ['uninsured-injury', 'injury-recognition'].map(topicOf);
  const vetted = createVettedSentences([], (await loadDeadlines(corpus)).catalogue, shown.flatMap(topicSentences));
  const said = '去年11月在工地摔伤，包工头没买工伤保险，现在还没认定工伤';
  const usable = shown.map((topic) => ({ topic, why: '', elements: readElements(topic, said), provisions: new Map() }));
  const { conclusion } = await createExtractiveDrafter().draft(draftingInput({ topics: usable }), {});
  const claims = claimsOf(conclusion, findCitations(conclusion)).map(({ text }) => text);
  expect(claims.length).toBeGreaterThan(4);
  expect(claims.filter((claim) => !vetted(claim))).toEqual([]);
});
