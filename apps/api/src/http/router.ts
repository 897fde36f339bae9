import { OpenAPIHono, z } from '@hono/zod-openapi';
import { errorResponseSchema } from '@lutai/contracts';
import { errorAnswer } from './answer-error.ts';
import type { ApiEnvironment } from './api-environment.ts';

/** A router whose requests are parsed by zod; what does not fit is answered as `invalid-input`, issue by issue. */
export function createRouter() {
  return new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return errorAnswer(context, 'invalid-input', '请求的内容不合格式，请检查标出的各项。', issues);
    },
  });
}

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

/** Every route may fail in the one shape of failures. */
export const failures = { default: json(errorResponseSchema, '失败：原因代码、说明和请求编号') };

export const byId = { params: z.object({ id: z.string().min(1).max(100) }) };
export const page = z.coerce.number().int().min(1).max(100_000).default(1);
