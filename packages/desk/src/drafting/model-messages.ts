import type { SearchHit } from '@lutai/contracts';
import type { ModelMessage } from '@lutai/model';
import type { AreaStep } from './area-schema.ts';
import { replaceCitations } from './citation-text.ts';
import type { DraftingInput } from './drafter.ts';
import { type Fence, fence } from './fence.ts';

const most = { provision: 1200, case: 800, cases: 2, turn: 4000, turns: 12 };

/** The provisions under short ids: the model can name nothing else. */
export function numberProvisions(hits: readonly SearchHit[]): Map<string, SearchHit> {
  return new Map(hits.map((hit, index) => [`P${index + 1}`, hit]));
}

/** The steps of the desk's own guidance under short ids. */
export function numberSteps(steps: readonly AreaStep[]): Map<string, AreaStep> {
  return new Map(steps.map((step, index) => [`S${index + 1}`, step]));
}

export type Given = { provisions: Map<string, SearchHit>; steps: Map<string, AreaStep> };

/** One message with everything the model may use; whatever people wrote is fenced off. `scale` below 1 sends less. */
export function modelMessages(input: DraftingInput, given: Given, scale = 1, within: Fence = fence): ModelMessage[] {
  const length = (full: number) => Math.floor(full * scale);
  const provisions = [...given.provisions].map(
    ([id, { law, article, text }]) => `${id} ${law} ${article}\n${text.slice(0, length(most.provision))}`,
  );
  const earlier = input.conversation
    .slice(-length(most.turns))
    .map(({ from, text }) => `${from === 'client' ? '客户' : '我方'}：${text.slice(0, length(most.turn))}`);
  const cases = input.cases
    .slice(0, length(most.cases))
    .flatMap(({ question, answer }) => [
      `问：${question.slice(0, most.case)}`,
      `答：${answer.slice(0, length(most.case))}`,
    ]);
  const facts = input.guidance.missingFacts.map(({ question }) => `- ${question}`);
  const steps = [...given.steps].map(([id, { text }]) => `${id} ${text}`);
  const parts = [
    `答复日期：${input.today}；事实发生日期（决定适用哪个版本的法律）：${input.asOf}`,
    `可引用的法条：\n${within('法条', provisions)}`,
    topics(input, given),
    steps.length > 0 ? `可选的办事步骤（系统会补上去处、费用和依据）：\n${steps.join('\n')}` : '',
    cases.length > 0 ? `以往相近的答复，仅供参考，其中的法条不可引用：\n${within('以往答复', cases)}` : '',
    earlier.length > 0 ? `此前的往来：\n${within('往来', earlier)}` : '',
    facts.length > 0 ? `这一类问题通常还需要知道、而客户似乎没有说的事实：\n${facts.join('\n')}` : '',
    `客户的问题：\n${within('问题', input.question.slice(0, length(20_000)))}`,
    '请按要求的结构给出答复草稿。',
  ];
  return [{ role: 'user', content: parts.filter((part) => part !== '').join('\n\n') }];
}

/** The desk's own points for such questions, their citations replaced by the ids of the prompt. */
function topics({ topics }: DraftingInput, { provisions }: Given): string {
  if (topics.length === 0) return '';
  const ids = new Map([...provisions].map(([id, { citation }]) => [citation, id]));
  const lines = topics.flatMap(({ topic, elements }) => [
    `- ${topic.name}：${topic.rule}`,
    ...elements.flatMap(({ branches }) => branches.map(({ condition, answer }) => `  - ${condition}：${answer}`)),
  ]);
  const named = replaceCitations(lines.join('\n'), (citation) => ids.get(citation) ?? '');
  return `这类问题的一般要点（括号里是法条编号；要与客户的事实核对后再用）：\n${named.replace(/（[、\s]*）/gu, '')}`;
}
