import { createRoute, z } from '@hono/zod-openapi';
import {
  approveRequestSchema,
  enterEventRequestSchema,
  matterDetailSchema,
  reviseRequestSchema,
  revisionSchema,
  ruleFindingRequestSchema,
  withdrawRulingRequestSchema,
} from '@lutai/contracts';
import {
  type ApproveDraftDeps,
  approveDraft,
  type EnterEventDeps,
  enterEvent,
  type ReviseDraftDeps,
  reviseDraft,
  ruleFinding,
  withdrawRuling,
} from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { drafters, requireRole } from '../auth/require-role.ts';
import { body, byId, createRouter, failures, json } from '../http/router.ts';

const tags = ['草稿'];

const reviseRoute = createRoute({
  method: 'post',
  path: '/drafts/{id}/revisions',
  tags,
  summary: '存一个新修订',
  request: { ...byId, ...body(reviseRequestSchema) },
  responses: { 201: json(revisionSchema, '新修订'), ...failures },
});

const approveRoute = createRoute({
  method: 'post',
  path: '/drafts/{id}/approve',
  tags,
  summary: '核准：为这一修订的内容哈希签字，随后送达',
  request: { ...byId, ...body(approveRequestSchema) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

const finding = { params: z.object({ id: z.string(), key: z.string() }) };

const ruleRoute = createRoute({
  method: 'post',
  path: '/drafts/{id}/findings/{key}/ruling',
  tags,
  summary: '裁断：看过一处未能确定的引用，写明理由放行',
  request: { ...finding, ...body(ruleFindingRequestSchema) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

const enterEventRoute = createRoute({
  method: 'post',
  path: '/drafts/{id}/events',
  tags,
  summary: '记下某事发生的日期，期限随之重算；日期为 null 则撤回',
  request: { ...byId, ...body(enterEventRequestSchema) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

const withdrawRoute = createRoute({
  method: 'post',
  path: '/drafts/{id}/findings/{key}/ruling/withdraw',
  tags,
  summary: '撤回一处放行',
  request: { ...finding, ...body(withdrawRulingRequestSchema) },
  responses: { 200: json(matterDetailSchema, '事项'), ...failures },
});

export function draftRoutes(deps: ReviseDraftDeps & ApproveDraftDeps & EnterEventDeps) {
  const router = createRouter();

  router.openapi(reviseRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const revised = await reviseDraft(deps, {
      actor,
      draftId: context.req.valid('param').id,
      ...context.req.valid('json'),
    });
    return context.json(revised, 201);
  });

  router.openapi(approveRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const matter = await approveDraft(deps, {
      actor,
      draftId: context.req.valid('param').id,
      ...context.req.valid('json'),
    });
    return context.json(matter, 200);
  });

  router.openapi(enterEventRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const draftId = context.req.valid('param').id;
    return context.json(await enterEvent(deps, { actor, draftId, ...context.req.valid('json') }), 200);
  });

  router.openapi(ruleRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const { id: draftId, key: findingKey } = context.req.valid('param');
    return context.json(await ruleFinding(deps, { actor, draftId, findingKey, ...context.req.valid('json') }), 200);
  });

  router.openapi(withdrawRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const { id: draftId, key: findingKey } = context.req.valid('param');
    return context.json(await withdrawRuling(deps, { actor, draftId, findingKey, ...context.req.valid('json') }), 200);
  });

  return router;
}
