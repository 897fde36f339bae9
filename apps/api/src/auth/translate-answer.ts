import type { ErrorCode } from '@lutai/contracts';

type Told = { code: ErrorCode; message: string };

const told: Record<string, Told> = {
  INVALID_EMAIL_OR_PASSWORD: { code: 'unauthenticated', message: '邮箱或密码不正确。' },
  INVALID_EMAIL: { code: 'invalid-input', message: '邮箱地址不合格式，请检查。' },
  INVALID_PASSWORD: { code: 'invalid-input', message: '请填写密码。' },
  PASSWORD_TOO_SHORT: { code: 'invalid-input', message: '密码太短，至少 10 个字符。' },
  PASSWORD_TOO_LONG: { code: 'invalid-input', message: '密码太长，最多 200 个字符。' },
  USER_ALREADY_EXISTS: { code: 'conflict', message: '这个邮箱已经注册，请直接登录。' },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { code: 'conflict', message: '这个邮箱已经注册，请直接登录。' },
  FIELD_NOT_ALLOWED: { code: 'invalid-input', message: '注册时不能自选角色；角色由管理员授予。' },
  VALIDATION_ERROR: { code: 'invalid-input', message: '填写的内容不合格式，请检查姓名、邮箱和密码。' },
  INVALID_ORIGIN: { code: 'forbidden', message: '请求来自别的网站，已拒绝。请在本系统的页面上操作。' },
  MISSING_OR_NULL_ORIGIN: { code: 'forbidden', message: '请求没有说明来源页面，已拒绝。' },
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: { code: 'forbidden', message: '请求来自别的网站，已拒绝。' },
  SESSION_EXPIRED: { code: 'unauthenticated', message: '登录已过期，请重新登录。' },
};

const byStatus: Record<number, Told> = {
  400: { code: 'invalid-input', message: '填写的内容不合格式，请检查。' },
  401: { code: 'unauthenticated', message: '请先登录。' },
  403: { code: 'forbidden', message: '不允许这样做。' },
  404: { code: 'not-found', message: '没有这个地址。' },
  422: { code: 'invalid-input', message: '填写的内容不合格式，请检查。' },
  429: { code: 'rate-limited', message: '尝试太频繁，请一分钟后再试。' },
};

/** What a failed sign-in, sign-up or sign-out tells the user; null for failures of the server itself. */
export function translateAuthFailure(status: number, authCode: string | null): Told | null {
  return (authCode === null ? undefined : told[authCode]) ?? byStatus[status] ?? null;
}
