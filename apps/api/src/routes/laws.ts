import { createRoute, z } from '@hono/zod-openapi';
import {
  lawComparisonSchema,
  lawDetailSchema,
  lawLevelSchema,
  lawListSchema,
  provisionDetailSchema,
} from '@lutai/contracts';
import type { Database } from '@lutai/db';
import { compareLaw, getLaw, getProvision, listLaws } from '@lutai/desk';
import { requireUser } from '../auth/require-role.ts';
import { byId, createRouter, failures, json, page } from '../http/router.ts';

const tags = ['法规'];

const listRoute = createRoute({
  method: 'get',
  path: '/laws',
  tags,
  summary: '法规列表',
  request: { query: z.object({ q: z.string().trim().max(200).optional(), level: lawLevelSchema.optional(), page }) },
  responses: { 200: json(lawListSchema, '一页法规'), ...failures },
});

const getRoute = createRoute({
  method: 'get',
  path: '/laws/{id}',
  tags,
  summary: '一部法规的一个文本，含全部条文',
  request: { ...byId, query: z.object({ version: z.string().max(100).optional() }) },
  responses: { 200: json(lawDetailSchema, '法规'), ...failures },
});

const versionId = z.string().min(1).max(100);
const compareRoute = createRoute({
  method: 'get',
  path: '/laws/{id}/compare',
  tags,
  summary: '一部法规的两个文本，逐条比较',
  request: { ...byId, query: z.object({ from: versionId, to: versionId }) },
  responses: { 200: json(lawComparisonSchema, '增加、删去和修改的条文'), ...failures },
});

const provisionRoute = createRoute({
  method: 'get',
  path: '/provisions/{id}',
  tags,
  summary: '一条条文',
  request: byId,
  responses: { 200: json(provisionDetailSchema, '条文'), ...failures },
});

export function lawRoutes(deps: { db: Database; now: () => Date }) {
  const router = createRouter();

  router.openapi(listRoute, async (context) => {
    requireUser(context);
    const { q, level, page: number } = context.req.valid('query');
    const found = await listLaws(deps, {
      page: number,
      ...(q ? { q } : {}),
      ...(level === undefined ? {} : { level }),
    });
    return context.json(found, 200);
  });

  router.openapi(getRoute, async (context) => {
    requireUser(context);
    const { version } = context.req.valid('query');
    const lawId = context.req.valid('param').id;
    return context.json(await getLaw(deps, { lawId, ...(version === undefined ? {} : { versionId: version }) }), 200);
  });

  router.openapi(compareRoute, async (context) => {
    requireUser(context);
    const lawId = context.req.valid('param').id;
    return context.json(await compareLaw(deps, { lawId, ...context.req.valid('query') }), 200);
  });

  router.openapi(provisionRoute, async (context) => {
    requireUser(context);
    return context.json(await getProvision(deps, { provisionId: context.req.valid('param').id }), 200);
  });

  return router;
}
