import { createRoute, z } from '@hono/zod-openapi';
import { sendContractRequestSchema, uploadedContractSchema } from '@lutai/contracts';
import {
  type ContractFile,
  DeskError,
  type ExportedFile,
  exportDocument,
  readAttachment,
  type SendContractDeps,
  sendContract,
  uploadContract,
} from '@lutai/desk';
import { maxFileBytes } from '@lutai/documents';
import type { MiddlewareHandler } from 'hono';
import { toActor } from '../auth/actor.ts';
import { drafters, requireRole, requireUser, staff } from '../auth/require-role.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { attachment } from '../http/attachment.ts';
import { byId, createRouter, failures, json } from '../http/router.ts';

/** Of one upload: the file, and what multipart puts around it. */
export const maxContractBytes = maxFileBytes + 64 * 1024;

const file = z.string().openapi({ type: 'string', format: 'binary' });
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const anyFile = 'application/octet-stream';
const html = 'text/html; charset=utf-8';
const sentFile = z.object({ file: z.file().openapi({ type: 'string', format: 'binary' }) });

const uploadRoute = createRoute({
  method: 'post',
  path: '/matters/{id}/contracts',
  tags: ['文书'],
  summary:
    '上传一份合同（Word、PDF、文本或照片，20 MB 以内）并审查；同一文件是同一份。扫描件先存下（status 为 reading），由任务识别。客户上传即发出一条消息',
  request: {
    ...byId,
    body: { content: { 'multipart/form-data': { schema: sentFile } }, required: true },
  },
  responses: { 201: json(uploadedContractSchema, '文书'), ...failures },
});

const sendRoute = createRoute({
  method: 'post',
  path: '/contracts',
  tags: ['文书'],
  summary: '客户上传一份合同，立一个新事项并审查：一并成立，或什么也不留；同一幂等键是同一件',
  request: {
    body: {
      content: { 'multipart/form-data': { schema: sentFile.extend(sendContractRequestSchema.shape) } },
      required: true,
    },
  },
  responses: { 201: json(uploadedContractSchema, '文书；matterId 是所立的事项'), ...failures },
});

const exportRoute = createRoute({
  method: 'get',
  path: '/documents/{id}/file',
  tags: ['文书'],
  summary: '文书的文件：未核准的每页标明；已核准的是所签的那一份；source 是上传的原件',
  request: { ...byId, query: z.object({ format: z.enum(['docx', 'html', 'source']).default('docx') }) },
  responses: {
    200: {
      description: '文件',
      content: { [docx]: { schema: file }, [html]: { schema: file }, [anyFile]: { schema: file } },
    },
    ...failures,
  },
});

const attachmentRoute = createRoute({
  method: 'get',
  path: '/messages/{id}/attachments/{sha256}',
  tags: ['事项'],
  summary: '随已送达的消息来的附件',
  request: { params: z.object({ id: z.string().min(1).max(100), sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: { 200: { description: '附件', content: { [docx]: { schema: file } } }, ...failures },
});

type Limits = { limitAsking: MiddlewareHandler<ApiEnvironment>; limitExports: MiddlewareHandler<ApiEnvironment> };

/** Files of documents: contracts that come in, and what is taken out. */
export function documentFileRoutes(deps: SendContractDeps & Limits) {
  const router = createRouter();
  router.on('GET', ['/documents/:id/file', '/messages/:id/attachments/:sha256'], deps.limitExports);
  router.on('POST', ['/contracts', '/matters/:id/contracts'], deps.limitAsking);
  // Before the upload is read: nobody else's 20 MB are worth parsing.
  router.on('POST', '/matters/:id/contracts', async (context, next) => {
    requireRole(context, uploaders);
    await next();
  });
  router.on('POST', '/contracts', async (context, next) => {
    requireRole(context, ['client']);
    await next();
  });

  router.openapi(uploadRoute, async (context) => {
    const actor = toActor(requireRole(context, uploaders));
    const matterId = context.req.valid('param').id;
    const file = await contractOf(context.req.valid('form').file);
    const take = actor.role === 'client' ? sendContract : uploadContract;
    return context.json(await take(deps, { actor, matterId, file }), 201);
  });

  router.openapi(sendRoute, async (context) => {
    const actor = toActor(requireRole(context, ['client']));
    const { file: sent, note, idempotencyKey = deps.newId() } = context.req.valid('form');
    const file = await contractOf(sent);
    return context.json(await sendContract(deps, { actor, file, note, idempotencyKey }), 201);
  });

  router.openapi(exportRoute, async (context) => {
    const actor = toActor(requireRole(context, staff));
    const { format } = context.req.valid('query');
    const documentId = context.req.valid('param').id;
    const exported = await exportDocument(deps, { actor, documentId, format });
    return fileResponse(exported, { docx, html, source: anyFile }[format]);
  });

  router.openapi(attachmentRoute, async (context) => {
    const actor = toActor(requireUser(context));
    const { id: messageId, sha256 } = context.req.valid('param');
    return fileResponse(await readAttachment(deps, { actor, messageId, sha256 }), docx);
  });

  return router;
}

const uploaders = ['client', ...drafters] as const;

async function contractOf(sent: File): Promise<ContractFile> {
  if (sent.size > maxFileBytes) throw new DeskError('too-large', `文件“${sent.name}”超过 20 MB，请拆分后再上传。`);
  return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
}

function fileResponse({ name, bytes }: ExportedFile, type: string): Response {
  const ending = /\.[a-z]{2,8}$/iu.exec(name)?.[0] ?? '';
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': attachment(name, `document${ending}`) },
  });
}
