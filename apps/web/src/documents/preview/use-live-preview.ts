import type { DocumentDetail, FieldValues } from '@lutai/contracts';
import { useEffect, useRef, useState } from 'react';
import { previewDocument } from '../../api/documents.ts';
import { createPreviewFeed, noPreview, type PreviewFeed, type PreviewState } from './preview-feed.ts';

const waitMs = 400;

/** The document as it would be with what is not saved, following what is typed. */
export function useLivePreview(document: DocumentDetail, changes: FieldValues): LivePreview {
  const [state, setState] = useState<PreviewState>(noPreview);
  const feed = useRef<PreviewFeed | null>(null);
  const { id, baseRevisionId, status } = document;
  const wanted = JSON.stringify(changes);
  useEffect(() => {
    const ask = (values: FieldValues, signal: AbortSignal) => previewDocument(id, values, signal);
    const made = createPreviewFeed({ ask, tell: setState, waitMs });
    feed.current = made;
    return made.close;
  }, [id]);
  // Another revision or an approval is another page of the same values.
  useEffect(() => feed.current?.want(JSON.parse(wanted)), [id, baseRevisionId, status, wanted]);
  return { ...state, again: () => feed.current?.again() };
}
export type LivePreview = PreviewState & { again: () => void };
