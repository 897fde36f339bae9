import type { Draft } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { citeCheckOptions } from '../api/desk.ts';
import { CitedText } from '../citations/cited-text.tsx';
import { AiLabelled } from '../labels/ai-label.tsx';
import { isUnapproved } from '../labels/is-unapproved.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmAction } from './confirm-action.tsx';

interface PractitionerPaneProps {
  draft: Draft;
  text: string;
  /** There are unsaved changes that would be replaced. */
  dirty: boolean;
  /** Null while the answer cannot be changed. */
  onUse: (() => void) | null;
}

/** The practitioner's version, to be read or to be made the answer. */
export function PractitionerPane({ draft, text, dirty, onUse }: PractitionerPaneProps) {
  const { drafting } = useStrings();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(citeCheckOptions(text, draft.asOf));
  const { practitioner: words } = drafting;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-[0.8125rem] text-faint">{words.hint}</p>
        {onUse && (
          <Button
            size="sm"
            icon={<FileInput aria-hidden className="size-4" />}
            onClick={() => (dirty ? setAsking(true) : onUse())}
            data-testid="use-practitioner"
          >
            {words.use}
          </Button>
        )}
      </div>
      <div
        data-testid="practitioner-text"
        className="panel min-h-64 flex-1 overflow-y-auto px-5 py-5 lg:mb-3 lg:px-8 lg:py-7"
      >
        <AiLabelled labelled={isUnapproved(draft)}>
          <CitedText text={text} citations={data?.citations ?? []} withStates />
        </AiLabelled>
      </div>
      <ConfirmAction
        open={asking}
        title={words.replaceTitle}
        body={words.replaceBody}
        confirm={words.replaceConfirm}
        busy={false}
        onConfirm={() => {
          setAsking(false);
          onUse?.();
        }}
        onClose={() => setAsking(false)}
        testId="replace-confirm"
      />
    </>
  );
}
