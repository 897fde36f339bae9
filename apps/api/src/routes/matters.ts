import { createRoute, z } from '@hono/zod-openapi';
import {
  addMessageRequestSchema,
  askMatterRequestSchema,
  matterDetailSchema,
  matterListSchema,
  matterStatusSchema,
  ratingSchema,
  setFactsDateRequestSchema,
} from '@lutai/contracts';
import {
  type GetMatterDeps,
  getMatter,
  listMatters,
  type ReceiveMessageDeps,
  rateMatter,
  receiveMessage,
  type SetFactsDateDeps,
  setFactsDate,
} from '@lutai/desk';
import type { MiddlewareHandler } from 'hono';
import { toActor } from '../auth/actor.ts';
import { requireRole, requireUser } from '../auth/require-role.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { body, byId, createRouter, failures, json, page } from '../http/router.ts';

export type MatterRouteDeps = ReceiveMessageDeps &
  SetFactsDateDeps &
  GetMatterDeps & { limitAsking: MiddlewareHandler<ApiEnvironment> };

const receivedSchema = z.object({ matterId: z.string(), messageId: z.string() });
const tags = ['事项'];

const askRoute = createRoute({
  method: 'post',
  path: '/matters',
  tags,
  summary: '提问：立一个新事项',
  request: body(askMatterRequestSchema),
  responses: { 201: json(receivedSchema, '已收到'), ...failures },
});

const listRoute = createRoute({
  method: 'get',
  path: '/matters',
  tags,
  summary: '事项列表；客户只见自己的',
  request: { query: z.object({ status: matterStatusSchema.optional(), page }) },
  responses: { 200: json(matterListSchema, '一页事项'), ...failures },
});

const getRoute = createRoute({
  method: 'get',
  path: '/matters/{id}',
  tags,
  summary: '一个事项的全部',
  request: byId,
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

const addMessageRoute = createRoute({
  method: 'post',
  path: '/matters/{id}/messages',
  tags,
  summary: '在事项里补充一条消息',
  request: { ...byId, ...body(addMessageRequestSchema) },
  responses: { 201: json(receivedSchema, '已收到'), ...failures },
});

const rateRoute = createRoute({
  method: 'post',
  path: '/matters/{id}/rating',
  tags,
  summary: '评价答复',
  request: { ...byId, ...body(ratingSchema) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

const factsDateRoute = createRoute({
  method: 'put',
  path: '/matters/{id}/facts-date',
  tags,
  summary: '确认或更正事情发生的日期；日期变了，草稿作废重拟',
  request: { ...byId, ...body(setFactsDateRequestSchema) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

/** What a client does with its matters. */
export function matterRoutes(deps: MatterRouteDeps) {
  const router = createRouter();
  router.on('POST', ['/matters', '/matters/:id/messages'], deps.limitAsking);
  // Another day is another draft.
  router.on('PUT', '/matters/:id/facts-date', deps.limitAsking);

  router.openapi(askRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client']));
    const { text, kind, factsDate, idempotencyKey } = context.req.valid('json');
    const { matterId, messageId } = await receiveMessage(deps, {
      actor,
      text,
      kind,
      channel: 'portal',
      matter: 'new',
      ...(factsDate === undefined ? {} : { factsDate }),
      ...(idempotencyKey === undefined ? {} : { externalId: idempotencyKey }),
    });
    return context.json({ matterId, messageId }, 201);
  });

  router.openapi(listRoute, async (context) => {
    const actor = toActor(requireUser(context));
    const { status, page: number } = context.req.valid('query');
    const found = await listMatters(deps, { actor, page: number, ...(status === undefined ? {} : { status }) });
    return context.json(found, 200);
  });

  router.openapi(getRoute, async (context) => {
    const actor = toActor(requireUser(context));
    return context.json(await getMatter(deps, { actor, matterId: context.req.valid('param').id }), 200);
  });

  router.openapi(addMessageRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client']));
    const { text, idempotencyKey } = context.req.valid('json');
    const { matterId, messageId } = await receiveMessage(deps, {
      actor,
      text,
      channel: 'portal',
      matter: { id: context.req.valid('param').id },
      ...(idempotencyKey === undefined ? {} : { externalId: idempotencyKey }),
    });
    return context.json({ matterId, messageId }, 201);
  });

  router.openapi(factsDateRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client', 'agent', 'supervisor']));
    const { factsDate } = context.req.valid('json');
    return context.json(await setFactsDate(deps, { actor, matterId: context.req.valid('param').id, factsDate }), 200);
  });

  router.openapi(rateRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client']));
    const rating = context.req.valid('json');
    return context.json(await rateMatter(deps, { actor, matterId: context.req.valid('param').id, ...rating }), 200);
  });

  return router;
}
