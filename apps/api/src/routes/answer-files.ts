import { createRoute, z } from '@hono/zod-openapi';
import {
  type ExportDraftDeps,
  type ExportedAnswer,
  type ExportMessageDeps,
  exportDraft,
  exportMessage,
} from '@lutai/desk';
import { type AnswerFormat, answerFormats, answerMediaTypes, writeAnswer } from '@lutai/documents';
import type { MiddlewareHandler } from 'hono';
import { toActor } from '../auth/actor.ts';
import { requireRole, requireUser, staff } from '../auth/require-role.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { attachment } from '../http/attachment.ts';
import { byId, createRouter, failures } from '../http/router.ts';

const query = z.object({ format: z.enum(answerFormats).default('docx') });
const file = z.string().openapi({ type: 'string', format: 'binary' });
const responses = {
  200: {
    description: '文件：Word、可打印的网页或 Markdown，带人工智能生成内容的显式和隐式标识',
    content: Object.fromEntries(Object.values(answerMediaTypes).map((type) => [type, { schema: file }])),
  },
  ...failures,
};

const ofDraftRoute = createRoute({
  method: 'get',
  path: '/drafts/{id}/file',
  tags: ['草稿'],
  summary: '把草稿的最新修订导出为文件；未核准的标明由人工智能生成',
  request: { ...byId, query },
  responses,
});

const ofMessageRoute = createRoute({
  method: 'get',
  path: '/messages/{id}/file',
  tags: ['事项'],
  summary: '把一份已送达的答复导出为文件，写明由谁核准',
  request: { ...byId, query },
  responses,
});

export type AnswerFileDeps = ExportDraftDeps &
  ExportMessageDeps & {
    /** Name or code of the service in the implicit label. */
    aigcProducer: string;
  };

/** Answers taken out as files: a draft by the desk, a delivered answer by whoever may read its matter. */
export function answerFileRoutes(deps: AnswerFileDeps & { limitExports: MiddlewareHandler<ApiEnvironment> }) {
  const router = createRouter();
  router.on('GET', ['/drafts/:id/file', '/messages/:id/file'], deps.limitExports);

  router.openapi(ofDraftRoute, async (context) => {
    const actor = toActor(requireRole(context, staff));
    const { format } = context.req.valid('query');
    const answer = await exportDraft(deps, { actor, draftId: context.req.valid('param').id, format });
    return fileAnswer(answer, format, deps.aigcProducer);
  });

  router.openapi(ofMessageRoute, async (context) => {
    const actor = toActor(requireUser(context));
    const { format } = context.req.valid('query');
    const answer = await exportMessage(deps, { actor, messageId: context.req.valid('param').id, format });
    return fileAnswer(answer, format, deps.aigcProducer);
  });

  return router;
}

async function fileAnswer(
  { revisionId, ...answer }: ExportedAnswer,
  format: AnswerFormat,
  producer: string,
): Promise<Response> {
  const bytes = await writeAnswer(format, { ...answer, id: revisionId, producer });
  const name = `${answer.approval === null ? '答复草稿' : '答复'}-${answer.number}.${format}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': answerMediaTypes[format],
      'Content-Disposition': attachment(name, `answer-${answer.number}.${format}`),
    },
  });
}
