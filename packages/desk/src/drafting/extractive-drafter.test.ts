import { describe, expect, it } from 'vitest';
import { conclusionPlaceholder } from './answer-text.ts';
import { claimsOf } from './claims-of.ts';
import type { DraftingInput } from './drafter.ts';
import { createExtractiveDrafter, withoutModelNotice } from './extractive-drafter.ts';
import { renderAnswer } from './render-answer.ts';
import { draftingInput, hits, nearCaseHit } from './testing/hits.ts';

const extractive = createExtractiveDrafter();
const drafter = {
  draft: async (input: DraftingInput, _options: object) => {
    const written = await extractive.draft(input, {});
    const text = renderAnswer(written, input);
    const { provisions, guidance } = written;
    const sentences = written.claims.map((claim) => claim.text);
    return { ...written, text, claims: claimsOf({ sentences, provisions, guidance }) };
  },
};
const guidance = {
  missingFacts: [{ key: 'wage', question: '每月工资是多少？', why: '用来计算' }],
  steps: [
    {
      text: '申请劳动仲裁（《中华人民共和国劳动争议调解仲裁法》第五条）。',
      where: '劳动合同履行地的仲裁委员会',
      cost: undefined,
      time: undefined,
      when: [],
    },
  ],
  evidence: ['工资流水'],
  deadlines: [
    {
      name: '申请劳动仲裁',
      period: '一年',
      runsFrom: '知道权利被侵害之日',
      date: '2026-09-01',
      citation: '《中华人民共和国劳动争议调解仲裁法》第二十七条',
      note: '向单位讨要会使一年重新计算。',
      ...{ kind: 'labour-arbitration', startEvent: 'employment-ended', startDay: '2025-09-01', startEntered: false },
      ...{ needs: null, steps: [], calendarKnown: true, events: [], entered: [] },
    },
  ],
};

describe('without a near answered case', () => {
  it('leaves the conclusion to the agent and asks for what is missing', async () => {
    const written = await drafter.draft(draftingInput({ guidance }), {});
    expect(written.outcome).toBe('needs-facts');
    expect(written.text).toContain(conclusionPlaceholder);
    expect(written.text).toContain('1. 每月工资是多少？');
    expect(written.notices).toContain(withoutModelNotice);
  });

  it('quotes the standing provisions word for word, each under its canonical citation', async () => {
    const written = await drafter.draft(draftingInput(), {});
    expect(written.provisions.map(({ provisionId }) => provisionId)).toEqual(['p1', 'p2', 'p3']);
    for (const { citation, text } of written.provisions) {
      expect(written.text).toContain(`**${citation}**`);
      for (const line of text.split('\n')) expect(written.text).toContain(`> ${line}`);
    }
    expect(written.text).not.toContain('第一百八十八条');
  });

  it('says steps, evidence and deadlines, and claims every cited sentence', async () => {
    const written = await drafter.draft(draftingInput({ guidance }), {});
    expect(written.text).toContain('## 您可以怎么做\n\n1. 申请劳动仲裁');
    expect(written.text).toContain('   - 去哪里：劳动合同履行地的仲裁委员会');
    expect(written.text).toContain('- 工资流水');
    expect(written.text).toContain('最晚到2026年9月1日');
    expect(written.claims.flatMap(({ citations }) => citations)).toContain(
      '《中华人民共和国劳动争议调解仲裁法》第五条',
    );
    expect(written.claims.every(({ text, citations }) => citations.every((citation) => text.includes(citation)))).toBe(
      true,
    );
  });

  it('says that a deadline may have passed', async () => {
    const written = await drafter.draft(draftingInput({ guidance, today: '2026-10-01' }), {});
    expect(written.text).toContain('可能已经过了');
  });
});

describe('with a near answered case', () => {
  it('lends its conclusion, says so to the client and names it to the agent', async () => {
    const written = await drafter.draft(draftingInput({ guidance, cases: [nearCaseHit] }), {});
    expect(written.outcome).toBe('answered');
    expect(written.text).toContain('从第二个月起每月应付二倍工资');
    expect(written.text).toContain('我们此前答复过与您情况相近的问题');
    expect(written.notices.join()).toContain('工作半年没有签劳动合同');
  });

  it('takes a rather near one that shares two provisions', async () => {
    const citations = [...nearCaseHit.citations, '《中华人民共和国劳动合同法》第十条'];
    const written = await drafter.draft(draftingInput({ cases: [{ ...nearCaseHit, score: 0.7, citations }] }), {});
    expect(written.outcome).toBe('answered');
    expect(written.text).not.toContain(conclusionPlaceholder);
  });

  it.each([
    ['is far', { ...nearCaseHit, score: 0.3 }],
    ['is rather near but shares a single provision', { ...nearCaseHit, score: 0.7 }],
    ['rests on other provisions', { ...nearCaseHit, citations: ['《中华人民共和国民法典》第一条'] }],
    ['asserts law without a citation', { ...nearCaseHit, answer: '可以要双倍工资。' }],
  ])('does not when the case %s', async (_why, found) => {
    const written = await drafter.draft(draftingInput({ cases: [found] }), {});
    expect(written.text).toContain(conclusionPlaceholder);
  });
});

it('tells the client nothing about the machine', async () => {
  for (const input of [draftingInput({ guidance }), draftingInput({ cases: [nearCaseHit] })]) {
    const { text } = await drafter.draft(input, {});
    expect(text).not.toMatch(/模型|检索|得分|相似度|草稿|系统|score/u);
  }
});

it('cuts a very long provision between two lines, openly', async () => {
  const [first] = hits;
  if (first === undefined) throw new Error('no hit');
  const long = {
    ...first,
    text: Array.from({ length: 30 }, (_, index) => `（${index}）${'字'.repeat(60)}`).join('\n'),
  };
  const written = await drafter.draft(draftingInput({ hits: [long] }), {});
  expect(written.text).toContain('（条文较长，其余略。）');
});
