import type { Role, User } from '@lutai/contracts';
import { DeskError } from '@lutai/desk';
import type { Context } from 'hono';
import type { ApiEnvironment } from '../http/api-environment.ts';

/**
 * Who may enter which part of the desk: an admin keeps it, and neither writes nor signs answers. The rules inside a
 * part (whose matter, which level) are the desk's own.
 */
export const drafters = ['agent', 'supervisor'] as const satisfies readonly Role[];
export const staff = ['agent', 'supervisor', 'admin'] as const satisfies readonly Role[];
export const corpusKeepers = ['knowledge-manager', 'admin'] as const satisfies readonly Role[];
export const auditors = ['supervisor', 'admin'] as const satisfies readonly Role[];
export const admins = ['admin'] as const satisfies readonly Role[];

export function requireUser(context: Context<ApiEnvironment>): User {
  const user = context.get('user');
  if (user === null) throw new DeskError('unauthenticated', '请先登录。');
  return user;
}

/** The one check of roles. */
export function requireRole(context: Context<ApiEnvironment>, roles: readonly Role[]): User {
  const user = requireUser(context);
  if (!roles.includes(user.role)) throw new DeskError('forbidden', '您的账号没有这项权限；如需要，请联系管理员。');
  return user;
}
