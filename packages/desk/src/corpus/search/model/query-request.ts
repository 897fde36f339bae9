import { z } from 'zod';
import { type Fence, fence } from '../../../drafting/fence.ts';
import { readPrompt } from '../../../drafting/read-prompt.ts';
import { clip } from './clip.ts';
import type { ModelRequest } from './model-request.ts';

/** Characters of the client's words that the model is given, and of its own words that are searched. */
const most = { asked: 1500, searched: 300 };

// No limit on the length: not every endpoint takes one in a schema, and what is too long is cut.
const schema = z.object({ text: z.string() });

/** Asks for what to search besides: the question in the words of the law, or a provision that would answer it (HyDE). */
export function createQueryRequest(within: Fence = fence) {
  const prompts = new URL('./prompts/', import.meta.url);
  const systems = { rewrite: readPrompt('rewrite', prompts).text, hyde: readPrompt('hyde', prompts).text };
  return (stage: 'rewrite' | 'hyde', question: string): ModelRequest<typeof schema, string> => ({
    stage,
    system: systems[stage],
    content: `客户的问题：\n${within('问题', clip(question, most.asked))}\n\n请按要求写出 text。`,
    schema,
    schemaName: stage === 'rewrite' ? 'legal_question' : 'likely_provision',
    read: ({ text }) => {
      const query = clip(text.replace(/\s+/gu, ' ').trim(), most.searched);
      return query === '' ? null : query;
    },
  });
}
