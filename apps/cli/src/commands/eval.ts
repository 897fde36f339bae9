import { defineCommand } from 'citty';
import { answers } from './eval/answers.ts';
import { citations } from './eval/citations.ts';
import { compare } from './eval/compare.ts';
import { contracts } from './eval/contracts.ts';
import { dated } from './eval/dated.ts';
import { retrieval } from './eval/retrieval.ts';
import { routes } from './eval/routes.ts';
import { support } from './eval/support.ts';

export const evaluate = defineCommand({
  meta: { name: 'eval', description: '评测' },
  subCommands: { retrieval, answers, routes, contracts, compare, citations, support, dated },
});
