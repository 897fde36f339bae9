import { createRoute, z } from '@hono/zod-openapi';
import { areaSchema, matterDetailSchema, matterListSchema } from '@lutai/contracts';
import {
  archiveMatter,
  claimMatter,
  listArchive,
  listQueue,
  type RedraftMatterDeps,
  redraftMatter,
  releaseMatter,
  settleDelivery,
} from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { drafters, requireRole, requireUser, staff } from '../auth/require-role.ts';
import { body, byId, createRouter, failures, json, page } from '../http/router.ts';

const tags = ['工作台'];

const queueRoute = createRoute({
  method: 'get',
  path: '/queue',
  tags,
  summary: '待办队列，先按优先级，再按期限',
  request: {
    query: z.object({
      mine: z.stringbool().default(false),
      area: areaSchema.optional(),
      page,
    }),
  },
  responses: { 200: json(matterListSchema, '一页事项'), ...failures },
});

const archiveListRoute = createRoute({
  method: 'get',
  path: '/archive',
  tags,
  summary: '归档的事项；客户只见自己的',
  request: { query: z.object({ q: z.string().trim().max(200).optional(), page }) },
  responses: { 200: json(matterListSchema, '一页事项'), ...failures },
});

const steps = {
  claim: { summary: '认领', verb: claimMatter },
  release: { summary: '放回队列', verb: releaseMatter },
  redraft: { summary: '重新起草', verb: redraftMatter },
  archive: { summary: '归档', verb: archiveMatter },
} as const;

const stepRoute = (name: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/matters/{id}/${name}`,
    tags,
    summary,
    request: byId,
    responses: { 200: json(matterDetailSchema, '事项'), ...failures },
  });

const settleRoute = createRoute({
  method: 'post',
  path: '/deliveries/{id}/settle',
  tags,
  summary: '对结果不明的送达作出决定：已送到，或再送一次',
  request: { ...byId, ...body(z.object({ decision: z.enum(['was-sent', 'send-again']) })) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

/** What staff do with the matters of the desk. */
export function queueRoutes(deps: RedraftMatterDeps) {
  const router = createRouter();

  router.openapi(queueRoute, async (context) => {
    const actor = toActor(requireRole(context, staff));
    const { mine, area, page: number } = context.req.valid('query');
    const found = await listQueue(deps, { actor, mine, page: number, ...(area === undefined ? {} : { area }) });
    return context.json(found, 200);
  });

  router.openapi(archiveListRoute, async (context) => {
    const actor = toActor(requireUser(context));
    const { q, page: number } = context.req.valid('query');
    const found = await listArchive(deps, { actor, page: number, ...(q ? { q } : {}) });
    return context.json(found, 200);
  });

  for (const [name, { summary, verb }] of Object.entries(steps)) {
    router.openapi(stepRoute(name, summary), async (context) => {
      const actor = toActor(requireRole(context, drafters));
      return context.json(await verb(deps, { actor, matterId: context.req.valid('param').id }), 200);
    });
  }

  router.openapi(settleRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const { decision } = context.req.valid('json');
    const matter = await settleDelivery(deps, { actor, deliveryId: context.req.valid('param').id, decision });
    return context.json(matter, 200);
  });

  return router;
}
