import { z } from 'zod';
import { request } from './request.ts';

/** Signing in, up and out. What the service answers beyond its cookie is not used. */
export function signIn(body: { email: string; password: string }): Promise<unknown> {
  return request(z.unknown(), '/api/auth/sign-in/email', { method: 'POST', body });
}

export function signUp(body: { name: string; email: string; password: string }): Promise<unknown> {
  return request(z.unknown(), '/api/auth/sign-up/email', { method: 'POST', body });
}

export function signOut(): Promise<unknown> {
  return request(z.unknown(), '/api/auth/sign-out', { method: 'POST', body: {} });
}
