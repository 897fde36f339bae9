import { createRoute, z } from '@hono/zod-openapi';
import { corpusAgeSchema, corpusStatusSchema } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import { corpusAge } from '@lutai/desk';
import { toActor } from '../auth/actor.ts';
import { corpusKeepers, requireRole, requireUser } from '../auth/require-role.ts';
import { spoolUploads } from '../data-folder/spool-uploads.ts';
import { sweepSpool } from '../data-folder/sweep-spool.ts';
import type { DeskVerbs } from '../desk-verbs.ts';
import { createRouter, failures, json } from '../http/router.ts';

export type CorpusRouteDeps = {
  verbs: DeskVerbs;
  db: Database;
  dataFolder: string;
  newId: () => string;
  now: () => Date;
};

const tags = ['知识库'];
const started = json(z.object({ jobId: z.string() }), '任务已开始，进展见 /api/jobs/{id}');

const statusRoute = createRoute({
  method: 'get',
  path: '/corpus/status',
  tags,
  summary: '知识库、索引和起草方式的现状',
  responses: { 200: json(corpusStatusSchema, '现状'), ...failures },
});

const ageRoute = createRoute({
  method: 'get',
  path: '/corpus/age',
  tags,
  summary: '法规库收录到哪一天，哪些法规已有更新的文本',
  responses: { 200: json(corpusAgeSchema, '收录日期和应更新的法规'), ...failures },
});

const upload = z.object({
  files: z
    .preprocess((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]), z.array(z.file()))
    .openapi({
      type: 'array',
      items: { type: 'string', format: 'binary' },
    }),
});

const ingestRoute = createRoute({
  method: 'post',
  path: '/corpus/ingest',
  tags,
  summary: '上传法规或案例文件（最多 50 个，每个 20 MB，共 200 MB），由任务读入',
  request: {
    query: z.object({ kind: z.enum(['laws', 'cases']).default('laws') }),
    body: { content: { 'multipart/form-data': { schema: upload } }, required: true },
  },
  responses: { 202: started, ...failures },
});

const reindexRoute = createRoute({
  method: 'post',
  path: '/corpus/reindex',
  tags,
  summary: '重建索引',
  responses: { 202: started, ...failures },
});

export function corpusRoutes(deps: CorpusRouteDeps) {
  const router = createRouter();

  router.openapi(statusRoute, async (context) => {
    requireUser(context);
    return context.json(await deps.verbs.status(), 200);
  });

  router.openapi(ageRoute, async (context) => {
    requireUser(context);
    return context.json(await corpusAge(deps), 200);
  });

  // Before the upload is read: nobody else's 200 MB are worth parsing.
  router.use('/corpus/ingest', async (context, next) => {
    requireRole(context, corpusKeepers);
    await next();
  });
  router.openapi(ingestRoute, async (context) => {
    const actor = toActor(requireRole(context, corpusKeepers));
    await sweepSpool(deps);
    const folder = await spoolUploads(deps, context.req.valid('form').files);
    const { kind } = context.req.valid('query');
    return context.json(await deps.verbs.startIngest({ paths: [folder], kind, actor, spool: true }), 202);
  });

  router.openapi(reindexRoute, async (context) => {
    const actor = toActor(requireRole(context, corpusKeepers));
    return context.json(await deps.verbs.startReindex({ actor }), 202);
  });

  return router;
}
