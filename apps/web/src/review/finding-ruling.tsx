import type { Finding, MatterDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { ruleFinding, withdrawRuling } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

interface FindingRulingProps {
  finding: Finding;
  draftId: string;
  revisionId: string;
  /** Whether this person may rule now: the draft is in review and theirs. */
  editable: boolean;
}

/** What it takes to go on from one finding: a correction, words, or a ruling, which is made and withdrawn here. */
export function FindingRuling({ finding, draftId, revisionId, editable }: FindingRulingProps) {
  const { review, common } = useStrings();
  const { citations } = review;
  const errorText = useErrorText();
  const [writing, setWriting] = useState(false);
  // What the agent pressed is replaced by what can be pressed next, and the focus goes there; on opening it stays.
  const [pressed, setPressed] = useState(false);
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const show = (next: boolean) => {
    setPressed(true);
    setWriting(next);
  };
  const onSuccess = useShowMatter(() => show(false));
  const rule = useMutation({
    mutationFn: () => ruleFinding(draftId, finding.key, { revisionId, reason }),
    onSuccess,
    onError: () => field.current?.focus(),
  });
  const withdraw = useMutation({ mutationFn: () => withdrawRuling(draftId, finding.key, { revisionId }), onSuccess });
  const failed = rule.error ?? withdraw.error;
  const error = failed === null ? undefined : errorText(failed);

  if (finding.ruling !== null) {
    return (
      <div data-testid="ruling" className="mt-2 border-t border-line pt-2 text-sm leading-6 text-soft">
        <p className="flex items-center gap-1.5">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />
          {citations.ruling.ruled(finding.ruling.byName)}
        </p>
        <p lang="zh-CN" className="break-words text-ink">
          {finding.ruling.reason}
        </p>
        {editable && (
          <Button
            size="sm"
            variant="ghost"
            className="-ml-2.5"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate()}
            autoFocus={pressed}
          >
            {citations.ruling.withdraw}
          </Button>
        )}
        {error && (
          <p role="alert" className="text-danger">
            {error}
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="mt-2 flex flex-col items-start gap-2 text-sm leading-6">
      <p className={finding.rule === 'correct' ? 'text-danger' : 'text-warn'}>{citations.rules[finding.rule]}</p>
      {finding.rule === 'rule' && editable && !writing && (
        <Button size="sm" onClick={() => show(true)} autoFocus={pressed} data-testid="rule-finding">
          {citations.ruling.start}
        </Button>
      )}
      {writing && (
        <form
          className="flex w-full flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            rule.mutate();
          }}
        >
          <Field label={citations.ruling.reason} error={error} hint={citations.ruling.kept}>
            {(control) => (
              <textarea
                {...control}
                ref={field}
                // The agent has just asked for it.
                // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was pressed
                autoFocus
                rows={2}
                maxLength={500}
                placeholder={citations.ruling.placeholder}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                className={`${controlClass} py-2`}
                data-testid="ruling-reason"
              />
            )}
          </Field>
          <div className="flex gap-2">
            <Button
              type="submit"
              size="sm"
              variant="primary"
              busy={rule.isPending}
              disabled={reason.trim() === ''}
              data-testid="ruling-confirm"
            >
              {citations.ruling.confirm}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => show(false)}>
              {common.cancel}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function useShowMatter(onDone: () => void) {
  const client = useQueryClient();
  return (detail: MatterDetail) => {
    client.setQueryData(['matter', detail.matter.id], detail);
    for (const part of ['audit', 'document', 'documents']) {
      void client.invalidateQueries({ queryKey: ['matter', detail.matter.id, part] });
    }
    onDone();
  };
}
