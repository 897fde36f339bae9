import { createRoute, z } from '@hono/zod-openapi';
import {
  askRequestSchema,
  citeCheckRequestSchema,
  citeCheckResponseSchema,
  daySchema,
  draftContentSchema,
  searchResponseSchema,
} from '@lutai/contracts';
import { readingOf } from '@lutai/desk';
import type { MiddlewareHandler } from 'hono';
import { requireRole, requireUser, staff } from '../auth/require-role.ts';
import type { DeskVerbs } from '../desk-verbs.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { body, createRouter, failures, json } from '../http/router.ts';

const tags = ['检索'];

/** A draft is nothing for a client before a person has approved it. */
const askers = [...staff, 'knowledge-manager'] as const;

const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  tags,
  summary: '按问题查找法条和已答案例',
  request: {
    query: z.object({
      q: z.string().trim().min(1).max(2000),
      k: z.coerce.number().int().min(1).max(100).default(10),
      asOf: daySchema.optional(),
    }),
  },
  responses: { 200: json(searchResponseSchema, '按有关程度排列'), ...failures },
});

const askRoute = createRoute({
  method: 'post',
  path: '/ask',
  tags,
  summary: '试拟一份答复草稿；不立事项，不送达',
  request: body(askRequestSchema),
  responses: { 200: json(draftContentSchema, '草稿'), ...failures },
});

const citeCheckRoute = createRoute({
  method: 'post',
  path: '/cite-check',
  tags,
  summary: '核对文本里的法律引用',
  request: body(citeCheckRequestSchema),
  responses: { 200: json(citeCheckResponseSchema, '每一处引用的核对结果'), ...failures },
});

export function searchRoutes(deps: {
  verbs: DeskVerbs;
  limitAsking: MiddlewareHandler<ApiEnvironment>;
  limitLookups: MiddlewareHandler<ApiEnvironment>;
}) {
  const router = createRouter();
  router.on('GET', '/search', deps.limitLookups);
  router.on('POST', '/cite-check', deps.limitLookups);
  router.on('POST', '/ask', deps.limitAsking);

  router.openapi(searchRoute, async (context) => {
    requireUser(context);
    const { q, k, asOf } = context.req.valid('query');
    const signal = context.req.raw.signal;
    const found = await deps.verbs.search({ question: q, k, asOf: asOf ?? null }, { signal });
    const factsDate = asOf === undefined ? readingOf(q, found.asOf) : null;
    return context.json({ ...found, factsDate }, 200);
  });

  router.openapi(askRoute, async (context) => {
    requireRole(context, askers);
    const { question, factsDate } = context.req.valid('json');
    const signal = context.req.raw.signal;
    return context.json(await deps.verbs.ask({ question, factsDate: factsDate ?? null }, { signal }), 200);
  });

  router.openapi(citeCheckRoute, async (context) => {
    requireUser(context);
    const { text, asOf } = context.req.valid('json');
    return context.json(await deps.verbs.citeCheck({ text, asOf: asOf ?? null }), 200);
  });

  return router;
}
