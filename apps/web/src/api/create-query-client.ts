import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { hasCode, isTransient } from './request-error.ts';

/** `onExpired` is called when an answer says that nobody is signed in any more. */
export function createQueryClient({ onExpired }: { onExpired: () => void }): QueryClient {
  const onError = (error: unknown) => {
    if (hasCode(error, 'unauthenticated')) onExpired();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Ours to say, not the browser's guess of being online: a desk on this very machine works without a network.
        networkMode: 'always',
        retry: (count, error) => count < 2 && isTransient(error),
        retryDelay: (attempt) => Math.min(4000, 500 * 2 ** attempt),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
