import type { SearchHit } from '@lutai/contracts';
import type { ModelMessage } from '@lutai/model';
import type { DraftingInput } from './drafter.ts';
import { fence } from './fence.ts';

const provisionLength = 1200;

/** The provisions under short ids: the model can name nothing else. */
export function numberProvisions(hits: SearchHit[]): Map<string, SearchHit> {
  return new Map(hits.map((hit, index) => [`P${index + 1}`, hit]));
}

/** One message with everything the model may use; whatever people wrote is fenced off. */
export function modelMessages(input: DraftingInput, given: Map<string, SearchHit>): ModelMessage[] {
  const provisions = [...given].map(
    ([id, { law, article, text }]) => `${id} ${law} ${article}\n${text.slice(0, provisionLength)}`,
  );
  const earlier = input.conversation.map(({ from, text }) => `${from === 'client' ? '客户' : '我方'}：${text}`);
  const cases = input.cases.slice(0, 2).map(({ question, answer }) => `问：${question}\n答：${answer.slice(0, 800)}`);
  const facts = input.guidance.missingFacts.map(({ question }) => `- ${question}`);
  const parts = [
    `答复日期：${input.today}；事实发生日期（决定适用哪个版本的法律）：${input.asOf}`,
    `可引用的法条：\n${fence('法条', provisions.join('\n\n'))}`,
    cases.length > 0 ? `以往相近的答复，仅供参考，其中的法条不可引用：\n${fence('以往答复', cases.join('\n\n'))}` : '',
    earlier.length > 0 ? `此前的往来：\n${fence('往来', earlier.join('\n'))}` : '',
    facts.length > 0 ? `这一领域通常还需要知道、而客户似乎没有说的事实：\n${facts.join('\n')}` : '',
    `客户的问题：\n${fence('问题', input.question)}`,
    '请按要求的结构给出答复草稿。',
  ];
  return [{ role: 'user', content: parts.filter((part) => part !== '').join('\n\n') }];
}
