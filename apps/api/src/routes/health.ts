import { createRoute, z } from '@hono/zod-openapi';
import { createRouter, json } from '../http/router.ts';

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags: ['服务'],
  summary: '服务是否在运行',
  responses: { 200: json(z.object({ status: z.literal('ok') }), '在运行') },
});

export function healthRoutes() {
  const router = createRouter();
  router.openapi(healthRoute, (context) => context.json({ status: 'ok' as const }, 200));
  return router;
}
