import type { Citation, Revision } from '@lutai/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { citeCheckOptions } from '../api/desk.ts';

export interface CheckedCitations {
  citations: Citation[];
  /** Of text that is not saved: the check that counts is made when it is. */
  live: boolean;
  checking: boolean;
  /** The text that the offsets belong to. */
  of: string;
}

/** The citations of the text in the editor: those of the revision, or, after a pause in typing, checked anew. */
export function useCheckedCitations(text: string, revision: Revision, asOf: string | null): CheckedCitations {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 700);
    return () => clearTimeout(timer);
  }, [text]);
  const live = text !== revision.text;
  const query = useQuery({
    ...citeCheckOptions(settled, asOf),
    enabled: live && settled !== revision.text && settled.trim() !== '',
    placeholderData: keepPreviousData,
  });
  if (!live) return { citations: revision.citations, live: false, checking: false, of: revision.text };
  const data = query.data;
  return {
    citations: data?.citations ?? revision.citations,
    live: true,
    checking: settled !== text || query.isFetching,
    of: data === undefined ? revision.text : settled,
  };
}
