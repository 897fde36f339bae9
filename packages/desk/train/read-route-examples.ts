import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routeSchema } from '@lutai/contracts';
import { z } from 'zod';
import type { RouteExample } from '../src/drafting/routes/learnt/train-routes.ts';

const exampleSchema = z.object({ text: z.string().min(1), route: routeSchema });
const questionSchema = z.object({ text: z.string().min(1) });
export type ReadExample = RouteExample & { kind: 'written' | 'question' };

/** The labelled messages of `corpus/routes`, and the legal questions of `corpus/questions`, which all are to be answered. */
export function readRouteExamples(corpus: string): ReadExample[] {
  const lines = (folder: string) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) =>
        readFileSync(join(corpus, folder, name), 'utf8')
          .trim()
          .split('\n'),
      )
      .map((line): unknown => JSON.parse(line));
  return [
    ...lines('routes').map((line) => ({ ...exampleSchema.parse(line), kind: 'written' as const })),
    ...lines('questions').map((line) => ({
      text: questionSchema.parse(line).text,
      route: 'answer' as const,
      kind: 'question' as const,
    })),
  ];
}
