import type { SearchHit } from '@lutai/contracts';
import { z } from 'zod';
import { type Fence, fence } from '../../../drafting/fence.ts';
import { readPrompt } from '../../../drafting/read-prompt.ts';
import { clip } from './clip.ts';
import type { ModelRequest } from './model-request.ts';

export type ProvisionWords = Pick<SearchHit, 'provisionId' | 'law' | 'article' | 'text'>;

/** Characters of the client's words and of each provision that the model is given. */
const most = { asked: 1000, provision: 280 };

const schema = z.object({ order: z.array(z.string()) });

/** Asks which of the provisions answer the question best; gives their ids, best first, and none that was not given. */
export function createRerankRequest(within: Fence = fence) {
  const { text: system } = readPrompt('rerank', new URL('./prompts/', import.meta.url));
  return (question: string, provisions: readonly ProvisionWords[]): ModelRequest<typeof schema, string[]> => {
    const ids = new Map(provisions.map(({ provisionId }, i) => [`P${i + 1}`, provisionId]));
    const listed = provisions.map(
      ({ law, article, text }, i) => `P${i + 1} ${law} ${article}\n${clip(text, most.provision)}`,
    );
    return {
      stage: 'rerank',
      system,
      content: [
        `法条清单：\n${within('法条', listed)}`,
        `客户的问题：\n${within('问题', clip(question, most.asked))}`,
        '请按要求排出法条编号。',
      ].join('\n\n'),
      schema,
      schemaName: 'provision_order',
      read({ order }) {
        const known = order.flatMap((id) => ids.get(id.trim().toUpperCase()) ?? []);
        return known.length === 0 ? null : [...new Set(known)];
      },
    };
  };
}
