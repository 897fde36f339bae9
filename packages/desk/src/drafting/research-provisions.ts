import type { SearchHit } from '@lutai/contracts';
import type { ChatModel } from '@lutai/model';
import { type AgentMiddleware, createAgent, modelCallLimitMiddleware, tool, toolCallLimitMiddleware } from 'langchain';
import { z } from 'zod';
import type { DraftingInput } from './drafter.ts';
import { fence } from './fence.ts';
import type { Prompt } from './read-prompt.ts';

const most = { toolCalls: 3, modelCalls: 4, hits: 12 };

/** Lets the model search the corpus in its own words. Returns what it found beyond the given hits, best first. */
export async function researchProvisions(
  deps: { chatModel: ChatModel; prompt: Prompt },
  input: DraftingInput,
  signal?: AbortSignal,
): Promise<SearchHit[]> {
  const known = new Set(input.hits.map(({ provisionId }) => provisionId));
  const found = new Map<string, SearchHit>();
  const searchProvisions = tool(
    async ({ query }) => {
      const { hits } = await input.retrieve({
        ...{ question: query, asOf: input.asOf, k: 6, caseCount: 0 },
        ...(signal ? { signal } : {}),
      });
      for (const hit of hits) if (!known.has(hit.provisionId)) found.set(hit.provisionId, hit);
      if (hits.length === 0) return '没有找到。';
      return fence(
        '法条',
        hits.map(({ citation, text }) => `- ${citation} ${text.slice(0, 120)}`),
      );
    },
    {
      name: 'search_provisions',
      description: '按问题检索法律条文，返回最相关的几条。',
      schema: z.object({ query: z.string().max(200).describe('用规范法律用语写的检索词或问题') }),
    },
  );
  // Safe, all three: these are LangChain's own options and middleware. Its declarations are written in zod 3 types, which
  // beside zod 4 come out as `never` and do not meet its own interface.
  const toolLimit = { runLimit: most.toolCalls, exitBehavior: 'continue' } as never;
  const modelLimit = { runLimit: most.modelCalls, exitBehavior: 'end' } as never;
  const limits = [
    toolCallLimitMiddleware(toolLimit),
    modelCallLimitMiddleware(modelLimit),
  ] as unknown as AgentMiddleware[];
  const agent = createAgent({
    model: deps.chatModel,
    tools: [searchProvisions],
    systemPrompt: deps.prompt.text,
    middleware: limits,
  });
  await agent.invoke(
    { messages: [{ role: 'user', content: fence('问题', input.masker.mask(input.question)) }] },
    signal ? { signal } : {},
  );
  return [...found.values()].slice(0, most.hits);
}
