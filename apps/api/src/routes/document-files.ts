import { createRoute, z } from '@hono/zod-openapi';
import { uploadedContractSchema } from '@lutai/contracts';
import {
  DeskError,
  type DocumentDeps,
  type ExportedFile,
  exportDocument,
  type ReceiveMessageDeps,
  readAttachment,
  receiveMessage,
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

const uploadRoute = createRoute({
  method: 'post',
  path: '/matters/{id}/contracts',
  tags: ['文书'],
  summary: '上传一份合同（Word、PDF 或文本，20 MB 以内）并审查；同一文件是同一份。客户上传即发出一条消息',
  request: {
    ...byId,
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({ file: z.file().openapi({ type: 'string', format: 'binary' }) }),
        },
      },
      required: true,
    },
  },
  responses: { 201: json(uploadedContractSchema, '文书'), ...failures },
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

export type DocumentFileDeps = DocumentDeps & ReceiveMessageDeps;
type Limits = { limitAsking: MiddlewareHandler<ApiEnvironment>; limitExports: MiddlewareHandler<ApiEnvironment> };

/** Files of documents: contracts that come in, and what is taken out. */
export function documentFileRoutes(deps: DocumentFileDeps & Limits) {
  const router = createRouter();
  router.on('GET', ['/documents/:id/file', '/messages/:id/attachments/:sha256'], deps.limitExports);
  router.on('POST', '/matters/:id/contracts', deps.limitAsking);
  // Before the upload is read: nobody else's 20 MB are worth parsing.
  router.on('POST', '/matters/:id/contracts', async (context, next) => {
    requireRole(context, uploaders);
    await next();
  });

  router.openapi(uploadRoute, async (context) => {
    const actor = toActor(requireRole(context, uploaders));
    const matterId = context.req.valid('param').id;
    const { file: sent } = context.req.valid('form');
    if (sent.size > maxFileBytes) throw new DeskError('too-large', `文件“${sent.name}”超过 20 MB，请拆分后再上传。`);
    const contract = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
    const uploaded = await uploadContract(deps, { actor, matterId, file: contract });
    if (actor.role === 'client') {
      const { name = '', sha256 = '' } = uploaded.document.source ?? {};
      const text = `上传了合同“${name}”，请审查。`;
      const externalId = `contract:${matterId}:${sha256}`;
      await receiveMessage(deps, { actor, text, channel: 'portal', matter: { id: matterId }, externalId });
    }
    return context.json(uploaded, 201);
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

function fileResponse({ name, bytes }: ExportedFile, type: string): Response {
  const ending = /\.[a-z]{2,8}$/iu.exec(name)?.[0] ?? '';
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': attachment(name, `document${ending}`) },
  });
}
