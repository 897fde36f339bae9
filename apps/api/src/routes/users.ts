import { createRoute } from '@hono/zod-openapi';
import { createUserRequestSchema, userListSchema, userSchema } from '@lutai/contracts';
import { type CreateAccountDeps, createAccount } from '../accounts/create-account.ts';
import { listAccounts } from '../accounts/list-accounts.ts';
import { toActor } from '../auth/actor.ts';
import { admins, requireRole, requireUser } from '../auth/require-role.ts';
import { body, createRouter, failures, json } from '../http/router.ts';

const tags = ['账号'];

const meRoute = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: '我是谁',
  responses: { 200: json(userSchema, '登录的账号'), ...failures },
});

const listRoute = createRoute({
  method: 'get',
  path: '/users',
  tags,
  summary: '全部账号',
  responses: { 200: json(userListSchema, '账号'), ...failures },
});

const createRouteOfUser = createRoute({
  method: 'post',
  path: '/users',
  tags,
  summary: '添加账号，角色任选',
  request: body(createUserRequestSchema),
  responses: { 201: json(userSchema, '新账号'), ...failures },
});

export function userRoutes(deps: CreateAccountDeps) {
  const router = createRouter();
  router.openapi(meRoute, (context) => context.json(requireUser(context), 200));
  router.openapi(listRoute, async (context) => {
    requireRole(context, admins);
    return context.json(await listAccounts(deps), 200);
  });
  router.openapi(createRouteOfUser, async (context) => {
    const actor = toActor(requireRole(context, admins));
    return context.json(await createAccount(deps, { actor, account: context.req.valid('json') }), 201);
  });
  return router;
}
