import { type MatterEvent, matterEventSchema } from '@lutai/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keepReading } from '../api/documents.ts';
import { openEvents } from './event-source.ts';
import { parseEvent } from './parse-event.ts';

export type DraftStep = Extract<MatterEvent, { type: 'draft-step' }>['step'];
export interface MatterProgress {
  connected: boolean;
  step: DraftStep | null;
  detail: string;
  /** The draft as far as it is written; sent to the desk alone. */
  text: string;
}

const quiet: MatterProgress = { connected: false, step: null, detail: '', text: '' };
const names = ['status', 'draft-step', 'draft-text', 'document', 'document-reading', 'message'] as const;

/** Follows one matter: what its draft is doing now; whatever changes it is asked for again. */
export function useMatterEvents(matterId: string): MatterProgress {
  const client = useQueryClient();
  const [progress, setProgress] = useState<MatterProgress>(quiet);

  useEffect(() => {
    setProgress(quiet);
    const refresh = () => void client.invalidateQueries({ queryKey: ['matter', matterId] });
    const stream = openEvents(`/api/matters/${encodeURIComponent(matterId)}/events`, names, {
      onState: (state) => {
        setProgress((before) => ({ ...before, connected: state === 'open' }));
        // What happened between the page's own request and the opening of the stream was told to nobody.
        if (state === 'open') refresh();
      },
      onEvent: (_, data) => {
        const event = parseEvent(matterEventSchema, data);
        if (event === null || event.matterId !== matterId) return;
        if (event.type === 'document-reading') keepReading(client, event);
        else if (event.type === 'draft-text') setProgress((before) => ({ ...before, text: event.text }));
        else if (event.type === 'draft-step') {
          setProgress((before) => ({
            ...before,
            step: event.step,
            detail: event.detail,
            text: event.step === 'triage' ? '' : before.text,
          }));
          if (event.step === 'done' || event.step === 'failed') refresh();
        } else {
          // Received anew (a follow-up, a new draft asked for): what is known of the last drafting is over.
          if (event.type === 'status' && event.status === 'received') {
            setProgress((before) => ({ ...before, step: null, detail: '', text: '' }));
          }
          refresh();
        }
      },
    });
    return stream.close;
  }, [client, matterId]);

  return progress;
}
