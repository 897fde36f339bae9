import { type createUserRequestSchema, userListSchema, userSchema } from '@lutai/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from './request.ts';

export const userListOptions = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => request(userListSchema, '/api/users', { signal }),
});

export function createUser(body: z.input<typeof createUserRequestSchema>) {
  return request(userSchema, '/api/users', { method: 'POST', body });
}
