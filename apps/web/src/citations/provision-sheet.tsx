import type { Citation } from '@lutai/contracts';
import { useEffect, useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProvisionDetailView } from './provision-detail-view.tsx';

/** The provision that a citation points to, beside the text that cites it. */
export function ProvisionSheet({ citation, onClose }: { citation: Citation | null; onClose: () => void }) {
  const { words, corpus } = useStrings();
  // The last one stays while the sheet closes, so that it does not go blank on its way out.
  const [shown, setShown] = useState(citation);
  useEffect(() => {
    if (citation !== null) setShown(citation);
  }, [citation]);
  if (shown === null) return null;
  return (
    <Modal
      open={citation !== null}
      onOpenChange={(open) => !open && onClose()}
      title={shown.resolved?.citation ?? shown.raw}
      shape="side"
      testId="provision-sheet"
    >
      {(shown.state !== 'ok' || shown.note !== '') && (
        <div className="mb-4">
          <Notice
            tone={shown.state === 'ok' ? 'info' : shown.state === 'not-in-force' ? 'warn' : 'danger'}
            title={shown.state === 'ok' ? corpus.sheet.note : words.citationState[shown.state]}
          >
            {shown.note}
          </Notice>
        </div>
      )}
      {shown.resolved ? (
        <ProvisionDetailView target={shown.resolved} />
      ) : (
        <Badge>{words.citationState[shown.state]}</Badge>
      )}
    </Modal>
  );
}
