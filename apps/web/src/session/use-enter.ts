import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { safeNext } from './may-see.ts';

/** Goes on after signing in: nothing of an earlier session stays in memory, and the page asked for comes back. */
export function useEnter(next: string | undefined): () => void {
  const client = useQueryClient();
  const router = useRouter();
  return () => {
    client.clear();
    router.history.push(safeNext(next) ?? '/');
  };
}
