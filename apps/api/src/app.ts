import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { AppDeps } from './app-deps.ts';
import { requireLocalToken } from './auth/require-local-token.ts';
import { readSession } from './auth/session-user.ts';
import { maxUploadBytes } from './data-folder/spool-uploads.ts';
import { answerError, errorAnswer } from './http/answer-error.ts';
import type { ApiEnvironment } from './http/api-environment.ts';
import { limitRate } from './http/limit-rate.ts';
import { logRequests } from './http/log-requests.ts';
import { refuseForeignPages } from './http/refuse-foreign-pages.ts';
import { securityHeaders } from './http/security-headers.ts';
import { answerFileRoutes } from './routes/answer-files.ts';
import { auditRoutes } from './routes/audit.ts';
import { authRoutes } from './routes/auth.ts';
import { calculationRoutes } from './routes/calculations.ts';
import { corpusRoutes } from './routes/corpus.ts';
import { docsRoutes } from './routes/docs.ts';
import { documentFileRoutes, maxContractBytes } from './routes/document-files.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { jobRoutes } from './routes/jobs.ts';
import { lawRoutes } from './routes/laws.ts';
import { localRoutes } from './routes/local.ts';
import { matterRoutes } from './routes/matters.ts';
import { describeApi } from './routes/openapi-document.ts';
import { publicationRoutes } from './routes/publication.ts';
import { queueRoutes } from './routes/queue.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { searchRoutes } from './routes/search.ts';
import { userRoutes } from './routes/users.ts';
import { staticFiles } from './serving/static-files.ts';

const megabyte = 1024 * 1024;
/** A text of two million characters, the longest that is checked, in UTF-8. */
const maxBodyBytes = 8 * megabyte;

/** The whole HTTP face of the desk: every route, and what stands before all of them. */
export function createApp(deps: AppDeps) {
  const app = new OpenAPIHono<ApiEnvironment>();
  const limitAsking = limitRate({ max: 20, seconds: 60, now: deps.now });
  // Typing agents check citations live and search a lot; nobody needs more than this.
  const limitLookups = limitRate({ max: 240, seconds: 60, now: deps.now });
  // Laying out a long answer keeps the server busy for a second.
  const limitExports = limitRate({ max: 60, seconds: 60, now: deps.now });

  app.onError(answerError);
  app.notFound((context) => errorAnswer(context, 'not-found', '没有这个地址。'));
  app.use('*', logRequests(deps.logger, deps.newId), securityHeaders({ https: isHttps(deps.publicUrl) }));
  app.use('/api/*', refuseForeignPages(deps.publicUrl), limitBody(), noStore);
  app.use('/api/local/*', requireLocalToken(deps.localToken));
  app.route('/api/auth', authRoutes(deps.authentication, deps.publicUrl));
  app.route('/api/docs', docsRoutes());
  app.use('/api/*', readSession(deps.authentication));

  app.route('/api', healthRoutes());
  app.route('/api', userRoutes(deps));
  app.route('/api', eventRoutes(deps));
  app.route('/api', matterRoutes({ ...deps, limitAsking }));
  app.route('/api', queueRoutes(deps));
  app.route('/api', draftRoutes(deps));
  app.route('/api', answerFileRoutes({ ...deps, limitExports }));
  app.route('/api', documentRoutes({ ...deps, limitLookups }));
  app.route('/api', documentFileRoutes({ ...deps, limitAsking, limitExports }));
  app.route('/api', publicationRoutes(deps));
  app.route('/api', auditRoutes(deps));
  app.route('/api', searchRoutes({ ...deps, limitAsking, limitLookups }));
  app.route('/api', lawRoutes(deps));
  app.route('/api', calculationRoutes());
  app.route('/api', corpusRoutes(deps));
  app.route('/api', reviewRoutes(deps));
  app.route('/api', jobRoutes(deps));
  app.route('/api/local', localRoutes(deps));
  describeApi(app);
  if (deps.webFolder !== null) app.use('*', staticFiles(deps.webFolder));
  return app;
}

const isHttps = (publicUrl: string | null) => publicUrl?.startsWith('https:') ?? false;

/** Uploads may be larger than anything else. */
function limitBody() {
  const refuse = (context: Context) => errorAnswer(context, 'too-large', '请求的内容太大，请减少或拆分后再试。');
  const ordinary = bodyLimit({ maxSize: maxBodyBytes, onError: refuse });
  const upload = bodyLimit({ maxSize: maxUploadBytes, onError: refuse });
  const contract = bodyLimit({ maxSize: maxContractBytes, onError: refuse });
  return createMiddleware<ApiEnvironment>((context, next) => {
    if (context.req.path === '/api/corpus/ingest') return upload(context, next);
    const isContract = /^\/api\/(matters\/[^/]+\/)?contracts$/.test(context.req.path);
    return (isContract ? contract : ordinary)(context, next);
  });
}

/** What the desk answers is for one reader at one moment. */
const noStore = createMiddleware<ApiEnvironment>(async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
});
