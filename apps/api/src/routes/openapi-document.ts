import type { OpenAPIHono } from '@hono/zod-openapi';
import { createRoute, z } from '@hono/zod-openapi';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { body, byId, failures, json } from '../http/router.ts';

const credentials = z.object({ email: z.email(), password: z.string() });
const eventStream = (description: string) => ({
  200: { description, content: { 'text/event-stream': { schema: z.string() } } },
  ...failures,
});

/** Routes that zod does not serve: better-auth's, and the streams. */
const elsewhere = [
  createRoute({
    method: 'post',
    path: '/api/auth/sign-up/email',
    tags: ['登录'],
    summary: '注册（角色总是客户），并登录',
    request: body(credentials.extend({ name: z.string(), password: z.string().min(10).max(200) })),
    responses: {
      200: json(z.object({ token: z.string(), user: z.object({ id: z.string() }) }), '已登录'),
      ...failures,
    },
  }),
  createRoute({
    method: 'post',
    path: '/api/auth/sign-in/email',
    tags: ['登录'],
    summary: '登录；会话在 cookie 里，七天有效',
    request: body(credentials),
    responses: {
      200: json(z.object({ token: z.string(), user: z.object({ id: z.string() }) }), '已登录'),
      ...failures,
    },
  }),
  createRoute({
    method: 'post',
    path: '/api/auth/sign-out',
    tags: ['登录'],
    summary: '退出',
    responses: { 200: json(z.object({ success: z.boolean() }), '已退出'), ...failures },
  }),
  createRoute({
    method: 'post',
    path: '/api/auth/change-password',
    tags: ['登录'],
    summary: '改密码',
    request: body(
      z.object({
        currentPassword: z.string(),
        newPassword: z.string().min(10).max(200),
        revokeOtherSessions: z.boolean().optional(),
      }),
    ),
    responses: { 200: json(z.object({ token: z.string().nullable() }), '已改'), ...failures },
  }),
  createRoute({
    method: 'get',
    path: '/api/auth/get-session',
    tags: ['登录'],
    summary: '当前会话；未登录时为 null',
    responses: { 200: json(z.object({}).nullable(), '会话'), ...failures },
  }),
  createRoute({
    method: 'get',
    path: '/api/matters/{id}/events',
    tags: ['事项'],
    summary: '事项的动态（SSE）',
    request: byId,
    responses: eventStream('事件：status、draft-step、draft-text、document、document-reading、message'),
  }),
  createRoute({
    method: 'get',
    path: '/api/jobs/{id}/events',
    tags: ['任务'],
    summary: '任务的进展（SSE），任务结束时结束',
    request: byId,
    responses: eventStream('事件：job'),
  }),
];

/** `/api/openapi.json`, from the same schemas that check the requests. Call it after the routes are mounted. */
export function describeApi(app: OpenAPIHono<ApiEnvironment>): void {
  for (const route of elsewhere) app.openAPIRegistry.registerPath(route);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: '律台 API', version: '0.1.0', description: '法律咨询服务台的 HTTP 接口。失败的答复都是同一形状。' },
  });
}
