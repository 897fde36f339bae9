import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actOnMatter, type MatterAction } from '../api/desk.ts';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

/** Claim, release, redraft or archive: the answer becomes what is shown; a refusal is said and the matter asked anew. */
export function useMatterAction(matterId: string, action: MatterAction, onDone?: () => void) {
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => actOnMatter(matterId, action),
    onSuccess: (detail) => {
      client.setQueryData(['matter', matterId], detail);
      void client.invalidateQueries({ queryKey: ['matter', matterId, 'audit'] });
      void client.invalidateQueries({ queryKey: ['queue'] });
      onDone?.();
    },
    onError: (error) => {
      tell(errorText(error), 'danger');
      void client.invalidateQueries({ queryKey: ['matter', matterId] });
    },
  });
}
