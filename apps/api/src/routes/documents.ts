import { createRoute, z } from '@hono/zod-openapi';
import {
  approveRequestSchema,
  decideFindingRequestSchema,
  documentDetailSchema,
  documentListSchema,
  documentPreviewSchema,
  fillDocumentRequestSchema,
  previewDocumentRequestSchema,
  requestFieldsRequestSchema,
  reviewDocumentRequestSchema,
  startDocumentRequestSchema,
  templateListSchema,
} from '@lutai/contracts';
import {
  type ApproveDocumentDeps,
  approveDocument,
  decideFinding,
  discardDocument,
  fillDocument,
  getDocument,
  listDocuments,
  previewDocument,
  requestFields,
  reviewDocument,
  startDocument,
} from '@lutai/desk';
import type { MiddlewareHandler } from 'hono';
import { toActor } from '../auth/actor.ts';
import { drafters, requireRole, requireUser, staff } from '../auth/require-role.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { body, byId, createRouter, failures, json } from '../http/router.ts';

const tags = ['文书'];
const detail = (description: string) => ({ 200: json(documentDetailSchema, description), ...failures });

const templatesRoute = createRoute({
  method: 'get',
  path: '/templates',
  tags,
  summary: '文书模板',
  responses: { 200: json(templateListSchema, '模板'), ...failures },
});

const startRoute = createRoute({
  method: 'post',
  path: '/matters/{id}/documents',
  tags,
  summary: '以模板起草一份文书，先填上事项里已知的；copyOf 以另一份为底本',
  request: { ...byId, ...body(startDocumentRequestSchema) },
  responses: { 201: json(documentDetailSchema, '文书'), ...failures },
});

const listRoute = createRoute({
  method: 'get',
  path: '/matters/{id}/documents',
  tags,
  summary: '事项的文书；客户只见请其填写的、已送达的和自己上传的',
  request: byId,
  responses: { 200: json(documentListSchema, '文书'), ...failures },
});

const getRoute = createRoute({
  method: 'get',
  path: '/documents/{id}',
  tags,
  summary: '一份文书：表单、文字、引用核对、还缺什么',
  request: byId,
  responses: detail('文书'),
});

const fillRoute = createRoute({
  method: 'put',
  path: '/documents/{id}/values',
  tags,
  summary: '填写，存为新修订；客户只能填请其填写的栏目；values 为空则确认原样',
  request: { ...byId, ...body(fillDocumentRequestSchema) },
  responses: detail('文书'),
});

const previewRoute = createRoute({
  method: 'post',
  path: '/documents/{id}/preview',
  tags,
  summary: '以未保存的填写预览文书：打印的页面、还缺什么、哪里不对；不存，也不算导出',
  request: { ...byId, ...body(previewDocumentRequestSchema) },
  responses: { 200: json(documentPreviewSchema, '预览'), ...failures },
});

const requestRoute = createRoute({
  method: 'post',
  path: '/documents/{id}/request-fields',
  tags,
  summary: '请客户填写几个栏目；fields 为空则收回',
  request: { ...byId, ...body(requestFieldsRequestSchema) },
  responses: detail('文书'),
});

const reviewRoute = createRoute({
  method: 'post',
  path: '/documents/{id}/review',
  tags,
  summary: '按另一类型或为某一方重新审查合同',
  request: { ...byId, ...body(reviewDocumentRequestSchema) },
  responses: detail('文书'),
});

const decideRoute = createRoute({
  method: 'post',
  path: '/documents/{id}/findings/{key}/decision',
  tags,
  summary: '采纳（可改写建议的文字）或不采纳一条审查意见；decision 为 null 则撤回',
  request: { params: z.object({ id: z.string(), key: z.string() }), ...body(decideFindingRequestSchema) },
  responses: detail('文书'),
});

const approveRoute = createRoute({
  method: 'post',
  path: '/documents/{id}/approve',
  tags,
  summary: '核准：为这一修订的内容哈希（含文件）签字，随后连同文件送达',
  request: { ...byId, ...body(approveRequestSchema) },
  responses: detail('文书'),
});

const discardRoute = createRoute({
  method: 'post',
  path: '/documents/{id}/discard',
  tags,
  summary: '弃用一份尚未送达的文书；客户可取消自己上传、还没有读出来的合同',
  request: byId,
  responses: detail('文书'),
});

/** Documents of matters. What each may do with them is the desk's own rule. */
export function documentRoutes(deps: ApproveDocumentDeps & { limitLookups: MiddlewareHandler<ApiEnvironment> }) {
  const router = createRouter();
  router.on('POST', '/documents/:id/preview', deps.limitLookups);

  router.openapi(templatesRoute, async (context) => {
    requireUser(context);
    return context.json({ templates: deps.works.templates() }, 200);
  });

  router.openapi(startRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const matterId = context.req.valid('param').id;
    return context.json(await startDocument(deps, { actor, matterId, ...context.req.valid('json') }), 201);
  });

  router.openapi(listRoute, async (context) => {
    const actor = toActor(requireUser(context));
    const documents = await listDocuments(deps, { actor, matterId: context.req.valid('param').id });
    return context.json({ documents }, 200);
  });

  router.openapi(getRoute, async (context) => {
    const actor = toActor(requireUser(context));
    return context.json(await getDocument(deps, { actor, documentId: context.req.valid('param').id }), 200);
  });

  router.openapi(fillRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client', ...drafters]));
    const documentId = context.req.valid('param').id;
    return context.json(await fillDocument(deps, { actor, documentId, ...context.req.valid('json') }), 200);
  });

  router.openapi(previewRoute, async (context) => {
    const actor = toActor(requireRole(context, staff));
    const documentId = context.req.valid('param').id;
    return context.json(await previewDocument(deps, { actor, documentId, ...context.req.valid('json') }), 200);
  });

  router.openapi(requestRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const documentId = context.req.valid('param').id;
    return context.json(await requestFields(deps, { actor, documentId, ...context.req.valid('json') }), 200);
  });

  router.openapi(reviewRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const documentId = context.req.valid('param').id;
    return context.json(await reviewDocument(deps, { actor, documentId, ...context.req.valid('json') }), 200);
  });

  router.openapi(decideRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const { id: documentId, key: findingKey } = context.req.valid('param');
    return context.json(
      await decideFinding(deps, { actor, documentId, findingKey, ...context.req.valid('json') }),
      200,
    );
  });

  router.openapi(approveRoute, async (context) => {
    const actor = toActor(requireRole(context, drafters));
    const documentId = context.req.valid('param').id;
    return context.json(await approveDocument(deps, { actor, documentId, ...context.req.valid('json') }), 200);
  });

  router.openapi(discardRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client', ...drafters]));
    return context.json(await discardDocument(deps, { actor, documentId: context.req.valid('param').id }), 200);
  });

  return router;
}
