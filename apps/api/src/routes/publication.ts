import { createRoute, z } from '@hono/zod-openapi';
import { publicationPreviewSchema, publishRequestSchema } from '@lutai/contracts';
import {
  type PublishCaseDeps,
  previewPublication,
  publishCase,
  recordAudit,
  type WithdrawAnsweredCaseDeps,
  withdrawAnsweredCase,
} from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { corpusKeepers, drafters, requireRole } from '../auth/require-role.ts';
import { body, byId, createRouter, failures, json } from '../http/router.ts';

const publishers = [...drafters, 'knowledge-manager'] as const;
const path = '/matters/{id}/publication';
const tags = ['案例'];

const previewRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: '匿名化的案例草稿，供人核对',
  request: byId,
  responses: { 200: json(publicationPreviewSchema, '案例草稿'), ...failures },
});

const publishRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: '发布为已答案例，此后可被检索',
  request: { ...byId, ...body(publishRequestSchema) },
  responses: { 201: json(z.object({ caseId: z.string() }), '已发布'), ...failures },
});

const withdrawRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/withdraw',
  tags,
  summary: '撤回已答案例，不再被检索',
  request: byId,
  responses: { 200: json(z.object({ caseId: z.string() }), '已撤回'), ...failures },
});

export function publicationRoutes(deps: PublishCaseDeps & WithdrawAnsweredCaseDeps) {
  const router = createRouter();

  router.openapi(previewRoute, async (context) => {
    const actor = toActor(requireRole(context, publishers));
    return context.json(await previewPublication(deps, { actor, matterId: context.req.valid('param').id }), 200);
  });

  router.openapi(publishRoute, async (context) => {
    const actor = toActor(requireRole(context, publishers));
    const record = context.req.valid('json');
    return context.json(await publishCase(deps, { actor, matterId: context.req.valid('param').id, ...record }), 201);
  });

  router.openapi(withdrawRoute, async (context) => {
    const actor = toActor(requireRole(context, corpusKeepers));
    const caseId = context.req.valid('param').id;
    await withdrawAnsweredCase(deps, { caseId }, (tx) =>
      recordAudit(tx, { at: deps.now(), actor, action: 'case.withdrawn', subjectType: 'case', subjectId: caseId }),
    );
    return context.json({ caseId }, 200);
  });

  return router;
}
