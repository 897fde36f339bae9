import type { DocumentDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { discardDocument } from '../api/documents.ts';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

/** Gives a document up that was not read, and says so in these words. */
export function useDiscard({ id, matterId }: Pick<DocumentDetail, 'id' | 'matterId'>, words: string) {
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => discardDocument(id),
    onSuccess: () => tell(words),
    onError: (error) => tell(errorText(error), 'danger'),
    // Where it was read in the meantime it is shown as it is now.
    onSettled: () => client.invalidateQueries({ queryKey: ['matter', matterId] }),
  });
}
