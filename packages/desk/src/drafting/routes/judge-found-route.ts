import type { DraftingInput } from '../drafter.ts';
import { thresholds } from '../thresholds.ts';
import type { JudgedRoute } from './judge-spoken-route.ts';

/** Words with which people ask about rights and duties, whatever the field. */
const asking =
  /法院|法律|违法|合法|犯法|犯罪|起诉|官司|仲裁|律师|维权|投诉|举报|赔|补偿|责任|合同|协议|权利|有效|无效|算不算|告(他|她|我|公司|谁|它|政府)|报警|判|罚|欠|继承|归谁|要回|退(钱|款|费|货|给)|凭什么|规定|能不能(要|告|拿|让|不)|可以(要|告|拿)|监护|时效/u;

export type Found = Pick<DraftingInput, 'question' | 'conversation' | 'hits' | 'nearest' | 'areaScore'>;

/** Whether the corpus bears on the question at all. Where the index does not tell how near it comes, words decide. */
export function judgeFoundRoute(found: Found): JudgedRoute {
  const { question, hits, areaScore } = found;
  const asks = asking.test([...found.conversation.map(({ text }) => text), question].join('\n'));
  const legal = asks || areaScore > 0;
  if (hits.length === 0) return legal ? none('法规库里没有检索到任何条文') : notLegal;
  // A short line with an everyday word of some area (老公, 公司, 租房) and nothing that asks about rights is small talk.
  const tells = asks || found.nearest === null || question.length >= thresholds.tellingLength;
  if (areaScore >= (tells ? thresholds.areaWords : thresholds.areaWordsAlone)) return answer;
  const nearest = found.nearest ?? 0;
  const needed = areaScore > 0 ? thresholds.nearestWithWords : thresholds.nearestWithoutWords;
  if (nearest >= needed) return answer;
  const near = found.nearest === null || nearest >= thresholds.nearestAsking;
  if (asks && near) return answer;
  const how = found.nearest === null ? '' : `（最近的条文相似度${nearest.toFixed(2)}）`;
  return legal ? none(`法规库里没有与问题足够接近的条文${how}`) : notLegal;
}

const answer: JudgedRoute = { route: 'answer', because: '法规库里有与问题相关的条文', key: 'answer' };
const notLegal: JudgedRoute = {
  route: 'not-legal',
  because: '没有检索到相近的条文，也没有问到权利义务',
  key: 'not-legal',
};
const none = (because: string): JudgedRoute => ({ route: 'no-basis', because, key: 'no-basis' });
