import type { ErrorCode, ErrorResponse } from '@lutai/contracts';
import { DeskError } from '@lutai/desk';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ApiEnvironment } from './api-environment.ts';
import { errorStatuses } from './error-statuses.ts';

type Issue = { path: string; message: string };

const internalMessage = '服务器内部出错，已记录。请稍后再试；如仍不行，请把请求编号告诉管理员。';

export function errorAnswer(
  context: Context<ApiEnvironment>,
  code: ErrorCode,
  message: string,
  issues?: Issue[],
): Response {
  const body: ErrorResponse = {
    error: { code, message, requestId: context.get('requestId'), ...(issues ? { issues } : {}) },
  };
  return context.json(body, errorStatuses[code]);
}

/** The only place where a thrown error becomes an answer; what is unknown is logged and stays inside. */
export function answerError(error: Error, context: Context<ApiEnvironment>): Response {
  if (error instanceof DeskError) {
    if (error.code === 'internal') context.get('logger').error({ err: error }, 'request failed');
    return errorAnswer(context, error.code, error.message);
  }
  if (error instanceof HTTPException && error.status < 500) {
    return errorAnswer(context, error.status === 413 ? 'too-large' : 'invalid-input', '请求的内容不合格式。');
  }
  context.get('logger').error({ err: error }, 'request failed');
  return errorAnswer(context, 'internal', internalMessage);
}
