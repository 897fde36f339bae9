import { createRoute, z } from '@hono/zod-openapi';
import { auditListSchema } from '@lutai/contracts';
import { type ListAuditDeps, listAudit } from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { auditors, requireRole, staff } from '../auth/require-role.ts';
import { byId, createRouter, failures, json, page } from '../http/router.ts';

const tags = ['审计'];

const ofMatterRoute = createRoute({
  method: 'get',
  path: '/matters/{id}/audit',
  tags,
  summary: '一个事项的全部经过',
  request: byId,
  responses: { 200: json(auditListSchema, '审计记录，先旧后新'), ...failures },
});

const allRoute = createRoute({
  method: 'get',
  path: '/audit',
  tags,
  summary: '全部审计记录',
  request: { query: z.object({ page }) },
  responses: { 200: json(auditListSchema, '一页审计记录，先新后旧'), ...failures },
});

export function auditRoutes(deps: ListAuditDeps) {
  const router = createRouter();

  router.openapi(ofMatterRoute, async (context) => {
    const actor = toActor(requireRole(context, staff));
    return context.json(await listAudit(deps, { actor, matterId: context.req.valid('param').id }), 200);
  });

  router.openapi(allRoute, async (context) => {
    const actor = toActor(requireRole(context, auditors));
    return context.json(await listAudit(deps, { actor, page: context.req.valid('query').page }), 200);
  });

  return router;
}
