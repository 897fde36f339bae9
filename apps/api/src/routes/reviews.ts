import { createRoute, z } from '@hono/zod-openapi';
import { decideReviewRequestSchema, lawReviewListSchema } from '@lutai/contracts';
import { type DecideReviewDeps, decideReview, listReviews } from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { corpusKeepers, requireRole } from '../auth/require-role.ts';
import { body, byId, createRouter, failures, json } from '../http/router.ts';

const tags = ['知识库'];
const list = json(lawReviewListSchema, '待复核清单，最多 200 条');

const listRoute = createRoute({
  method: 'get',
  path: '/law-reviews',
  tags,
  summary: '法规变动波及的草稿、答复、案例、资料和评测题',
  request: { query: z.object({ state: z.enum(['open', 'decided']).default('open') }) },
  responses: { 200: list, ...failures },
});

const decideRoute = createRoute({
  method: 'post',
  path: '/law-reviews/{id}/decision',
  tags,
  summary: '处理一条：仍然正确、已改正、已告知客户，或撤回案例',
  request: { ...byId, ...body(decideReviewRequestSchema) },
  responses: { 200: list, ...failures },
});

export function reviewRoutes(deps: DecideReviewDeps) {
  const router = createRouter();

  router.openapi(listRoute, async (context) => {
    const actor = toActor(requireRole(context, corpusKeepers));
    return context.json(await listReviews(deps, { actor, state: context.req.valid('query').state }), 200);
  });

  router.openapi(decideRoute, async (context) => {
    const actor = toActor(requireRole(context, corpusKeepers));
    await decideReview(deps, { actor, reviewId: context.req.valid('param').id, ...context.req.valid('json') });
    return context.json(await listReviews(deps, { actor, state: 'open' }), 200);
  });

  return router;
}
