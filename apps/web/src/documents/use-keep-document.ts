import type { DocumentDetail } from '@lutai/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { documentKey } from '../api/documents.ts';

/** Shows what an answer says of a document, and asks anew for what depends on it. */
export function useKeepDocument(): (document: DocumentDetail) => void {
  const client = useQueryClient();
  return (document) => {
    client.setQueryData(documentKey(document.matterId, document.id), document);
    void client.invalidateQueries({ queryKey: ['matter', document.matterId] });
    void client.invalidateQueries({ queryKey: ['queue'] });
  };
}
