import { type User, userSchema } from '@lutai/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';
import { hasCode } from './request-error.ts';

/** Who is signed in, or null. */
export const meOptions = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      return await request(userSchema, '/api/me', { signal });
    } catch (error) {
      if (hasCode(error, 'unauthenticated')) return null;
      throw error;
    }
  },
});
