import { completionReply, errorReply } from '@lutai/model/testing';
import { HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { draftingInput, hits } from './testing/hits.ts';
import { draftWith, soundAnswer, startScriptedEndpoint } from './testing/scripted-drafter.ts';

const { serve } = startScriptedEndpoint();

describe('research', () => {
  const toolCall = (query: string) => () =>
    HttpResponse.json({
      id: 'chatcmpl-tool',
      object: 'chat.completion',
      created: 1_760_000_000,
      model: 'test-model',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: null,
            tool_calls: [
              {
                id: `call-${query}`,
                type: 'function',
                function: { name: 'search_provisions', arguments: JSON.stringify({ query }) },
              },
            ],
          },
          finish_reason: 'tool_calls',
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  const fourth = hits.slice(3);
  const known = hits.slice(0, 3);

  it('lets the model search, and what it found can be cited', async () => {
    const queries: string[] = [];
    serve(
      toolCall('诉讼时效'),
      () => completionReply('完成'),
      () =>
        completionReply(
          JSON.stringify({
            ...soundAnswer,
            claims: [{ condition: '', text: '诉讼时效期间为三年', provisions: [{ id: 'P4', words: '' }] }],
          }),
        ),
    );
    const input = draftingInput({
      hits: known,
      retrieve: async ({ question }) => {
        queries.push(question);
        return { hits: fourth, cases: [] };
      },
    });
    const written = await draftWith(input, { research: true });
    expect(queries).toEqual(['诉讼时效']);
    expect(written.text).toContain('诉讼时效期间为三年（《中华人民共和国民法典》第一百八十八条）');
  });

  it('stops a model that never stops searching', async () => {
    let searches = 0;
    const asked = serve(...Array.from({ length: 30 }, (_, index) => toolCall(`词${index}`)));
    const retrieve = async () => {
      searches += 1;
      return { hits: fourth, cases: [] };
    };
    await expect(draftWith(draftingInput({ hits: known, retrieve }), { research: true })).rejects.toMatchObject({
      name: 'ModelError',
    });
    expect(searches).toBeLessThanOrEqual(3);
    expect(asked.length).toBeLessThan(10);
  });

  it('that fails leaves the first search, and says so', async () => {
    serve(
      () => errorReply(500, 'boom'),
      () => completionReply(JSON.stringify(soundAnswer)),
    );
    const written = await draftWith(draftingInput(), { research: true });
    expect(written.outcome).toBe('answered');
    expect(written.notices.join()).toContain('进一步检索没有完成');
  });
});
