import { createRoute, z } from '@hono/zod-openapi';
import {
  askRequestSchema,
  citeCheckRequestSchema,
  citeCheckResponseSchema,
  corpusStatusSchema,
  createUserRequestSchema,
  daySchema,
  draftContentSchema,
  jobSchema,
  matterDetailSchema,
  searchResponseSchema,
  userSchema,
} from '@lutai/contracts';
import { type ApproveDraftDeps, type CancelJobDeps, cancelJob, getJob } from '@lutai/desk';
import { approveAs } from '../accounts/approve-as.ts';
import { type CreateAccountDeps, createAccount } from '../accounts/create-account.ts';
import { commandLine } from '../auth/actor.ts';
import { backUp } from '../backup/back-up.ts';
import type { DeskVerbs } from '../desk-verbs.ts';
import { body, createRouter, failures, json } from '../http/router.ts';
import { countUnfinishedJobs } from './count-unfinished-jobs.ts';

export type LocalRouteDeps = Parameters<typeof backUp>[0] &
  CancelJobDeps &
  CreateAccountDeps &
  ApproveDraftDeps & { verbs: DeskVerbs };

const searchRequestSchema = z.object({
  question: z.string().min(1).max(20_000),
  k: z.number().int().min(1).max(100),
  asOf: daySchema.optional(),
});
const ingestRequestSchema = z.object({
  paths: z.array(z.string().min(1)).min(1),
  kind: z.enum(['laws', 'cases']),
});
const approveAsRequestSchema = z.object({
  matter: z.string().min(1),
  email: z.string().min(1),
  contentHash: z.string().optional(),
});
const started = json(z.object({ jobId: z.string() }), '任务已开始');
const nothing = json(z.object({}), '好了');

/** These routes serve this program's own command line on the same machine; they are no part of the public API. */
const route = <Schema extends z.ZodType, Answer extends ReturnType<typeof json>>(
  path: string,
  request: Schema,
  answer: Answer,
) => createRoute({ method: 'post', path, hide: true, request: body(request), responses: { 200: answer, ...failures } });

export function localRoutes(deps: LocalRouteDeps) {
  const router = createRouter();
  const { verbs } = deps;

  router.get('/ping', (context) => context.json({ status: 'ok' }));
  router.get('/status', async (context) => context.json(corpusStatusSchema.parse(await verbs.status())));
  router.get('/jobs/unfinished', async (context) => context.json({ count: await countUnfinishedJobs(deps) }));
  router.get('/jobs/:id', async (context) =>
    context.json(jobSchema.parse(await getJob(deps, { jobId: context.req.param('id') }))),
  );
  router.openapi(route('/search', searchRequestSchema, json(searchResponseSchema, '结果')), async (context) => {
    const { asOf, ...input } = context.req.valid('json');
    return context.json(await verbs.search({ ...input, asOf: asOf ?? null }, { signal: context.req.raw.signal }), 200);
  });
  router.openapi(route('/ask', askRequestSchema, json(draftContentSchema, '草稿')), async (context) => {
    const { question, conversation = [], factsDate } = context.req.valid('json');
    const signal = context.req.raw.signal;
    return context.json(await verbs.ask({ question, conversation, factsDate: factsDate ?? null }, { signal }), 200);
  });
  router.openapi(
    route('/cite-check', citeCheckRequestSchema, json(citeCheckResponseSchema, '结果')),
    async (context) => {
      const { text, asOf } = context.req.valid('json');
      return context.json(await verbs.citeCheck({ text, asOf: asOf ?? null }), 200);
    },
  );
  router.openapi(route('/ingest', ingestRequestSchema, started), async (context) => {
    return context.json(await verbs.startIngest({ ...context.req.valid('json'), actor: commandLine }), 200);
  });
  router.openapi(route('/reindex', z.object({}), started), async (context) => {
    return context.json(await verbs.startReindex({ actor: commandLine }), 200);
  });
  router.openapi(route('/starter-corpus', z.object({}), nothing), async (context) => {
    await verbs.loadStarterCorpus();
    return context.json({}, 200);
  });
  router.openapi(
    route('/backup', z.object({ folder: z.string().min(1) }), json(z.object({ file: z.string() }), '备份')),
    async (context) => {
      return context.json({ file: await backUp(deps, context.req.valid('json')) }, 200);
    },
  );
  router.openapi(route('/users', createUserRequestSchema, json(userSchema, '账号')), async (context) => {
    return context.json(await createAccount(deps, { actor: commandLine, account: context.req.valid('json') }), 200);
  });
  router.openapi(route('/approve', approveAsRequestSchema, json(matterDetailSchema, '事项')), async (context) => {
    const { contentHash, ...input } = context.req.valid('json');
    return context.json(await approveAs(deps, { ...input, contentHash: contentHash ?? null }), 200);
  });
  router.post('/jobs/:id/cancel', async (context) =>
    context.json(await cancelJob(deps, { actor: commandLine, jobId: context.req.param('id') })),
  );
  return router;
}
