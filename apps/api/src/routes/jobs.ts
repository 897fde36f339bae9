import { createRoute } from '@hono/zod-openapi';
import { jobSchema } from '@lutai/contracts';
import { type CancelJobDeps, cancelJob, getJob } from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { corpusKeepers, requireRole } from '../auth/require-role.ts';
import { byId, createRouter, failures, json } from '../http/router.ts';

const tags = ['任务'];

const getRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  tags,
  summary: '一个任务的进展',
  request: byId,
  responses: { 200: json(jobSchema, '任务'), ...failures },
});

const cancelRoute = createRoute({
  method: 'post',
  path: '/jobs/{id}/cancel',
  tags,
  summary: '取消任务',
  request: byId,
  responses: { 200: json(jobSchema, '任务'), ...failures },
});

export function jobRoutes(deps: CancelJobDeps) {
  const router = createRouter();
  router.openapi(getRoute, async (context) => {
    requireRole(context, corpusKeepers);
    return context.json(await getJob(deps, { jobId: context.req.valid('param').id }), 200);
  });
  router.openapi(cancelRoute, async (context) => {
    const actor = toActor(requireRole(context, corpusKeepers));
    return context.json(await cancelJob(deps, { actor, jobId: context.req.valid('param').id }), 200);
  });
  return router;
}
