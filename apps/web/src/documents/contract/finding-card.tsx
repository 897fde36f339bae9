import type { ReviewFinding } from '@lutai/contracts';
import { Check, LocateFixed, Pencil, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { CitationLink } from '../../citations/citation-link.tsx';
import { DiffView } from '../../diff/diff-view.tsx';
import { useStrings } from '../../language/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { controlClass, Field } from '../../ui/field.tsx';
import { riskBorders, riskTones } from './risk-tones.ts';

export type Decide = (decision: 'accepted' | 'rejected' | null, suggestion: string | null) => void;

interface FindingCardProps {
  finding: ReviewFinding;
  chosen: boolean;
  editable: boolean;
  busy: boolean;
  /** Another one is being decided. */
  locked: boolean;
  onChoose: () => void;
  onDecide: Decide;
}

/** One finding: what is wrong and why, what is proposed instead, and the agent's word on it. */
export function FindingCard({ finding, chosen, editable, busy, locked, onChoose, onDecide }: FindingCardProps) {
  const { documents, drafting } = useStrings();
  const words = documents.contract;
  const { key, kind, risk, title, clause, why, provisions, decision, start } = finding;
  const [wording, setWording] = useState<string | null>(null);
  // What was pressed is replaced by what can be pressed next, and the focus goes there.
  const [pressed, setPressed] = useState(false);
  const decide: Decide = (word, suggestion) => {
    setPressed(true);
    onDecide(word, suggestion);
  };
  const rejected = decision?.decision === 'rejected';
  return (
    <li
      id={`finding-${key}`}
      data-testid="review-finding"
      data-risk={risk}
      data-decision={decision?.decision ?? 'none'}
      tabIndex={-1}
      className={classNames(
        'panel scroll-mt-20 border-l-4 px-4 py-3.5 outline-none',
        riskBorders[risk],
        chosen && 'ring-2 ring-accent',
      )}
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <div className="mb-1 flex flex-wrap items-center gap-1.5">
            <Badge tone={riskTones[risk]}>{drafting.riskLevel[risk]}</Badge>
            <Badge>{documents.reviewKind[kind]}</Badge>
            <span lang="zh-CN" className="text-[0.8125rem] text-faint">
              {clause ?? words.whole}
            </span>
          </div>
          <h3 lang="zh-CN" className="font-medium leading-6">
            {title}
          </h3>
        </div>
        {start !== null && (
          <IconButton label={words.locate} className="-mt-1 -mr-1" onClick={onChoose}>
            <LocateFixed aria-hidden className="size-4" />
          </IconButton>
        )}
      </div>
      <p lang="zh-CN" className="mt-1.5 text-sm leading-6 text-soft [overflow-wrap:anywhere]">
        {why}
      </p>
      {provisions.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm leading-6">
          {provisions.map((provision) => (
            <CitationLink key={provision} citation={provision} />
          ))}
        </p>
      )}
      {wording === null ? (
        !rejected && <Suggestion finding={finding} />
      ) : (
        <form
          className="mt-3 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            decide('accepted', wording.trim());
            setWording(null);
          }}
        >
          <Field label={words.wording}>
            {(control) => (
              <textarea
                {...control}
                // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was pressed
                autoFocus
                lang="zh-CN"
                maxLength={5000}
                value={wording}
                onChange={(event) => setWording(event.target.value)}
                data-testid="finding-wording"
                className={`${controlClass} field-sizing-content min-h-20 py-2 leading-7`}
              />
            )}
          </Field>
          <div className="flex gap-2">
            <Button type="submit" size="sm" variant="primary" disabled={wording.trim() === '' || locked} busy={busy}>
              {words.saveWording}
            </Button>
            <CancelButton onClick={() => setWording(null)} />
          </div>
        </form>
      )}
      {decision !== null && wording === null && (
        <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-2 text-sm">
          <span className={rejected ? 'text-soft' : 'text-ok'}>
            {rejected
              ? words.rejected(decision.byName)
              : decision.suggestion === null
                ? words.accepted(decision.byName)
                : words.reworded(decision.byName)}
          </span>
          {editable && (
            <Button
              size="sm"
              variant="ghost"
              className="ml-auto"
              busy={busy}
              disabled={locked}
              icon={<Undo2 aria-hidden className="size-4" />}
              onClick={() => decide(null, null)}
              autoFocus={pressed}
              data-testid="finding-undo"
            >
              {words.undo}
            </Button>
          )}
        </div>
      )}
      {decision === null && wording === null && editable && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            size="sm"
            variant="primary"
            busy={busy}
            disabled={locked}
            icon={<Check aria-hidden className="size-4" />}
            onClick={() => decide('accepted', null)}
            autoFocus={pressed}
            data-testid="finding-accept"
          >
            {words.accept}
          </Button>
          <Button
            size="sm"
            disabled={busy || locked}
            icon={<X aria-hidden className="size-4" />}
            onClick={() => decide('rejected', null)}
            data-testid="finding-reject"
          >
            {words.reject}
          </Button>
          {finding.suggestion.action !== 'delete' && (
            <Button
              size="sm"
              variant="ghost"
              disabled={busy || locked}
              icon={<Pencil aria-hidden className="size-4" />}
              onClick={() => setWording(finding.suggestion.text)}
              data-testid="finding-edit"
            >
              {words.edit}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function CancelButton({ onClick }: { onClick: () => void }) {
  const { common } = useStrings();
  return (
    <Button size="sm" variant="ghost" onClick={onClick}>
      {common.cancel}
    </Button>
  );
}

/** The wording that stands: the agent's own where there is one. Beside words of the contract, what changes in them. */
function Suggestion({ finding }: { finding: ReviewFinding }) {
  const { documents } = useStrings();
  const { suggestion, quote, decision } = finding;
  const text = decision?.suggestion ?? suggestion.text;
  if (suggestion.action !== 'delete' && text === '') return null;
  return (
    <div className="mt-3 rounded-lg bg-sunken px-3 py-2">
      <p className="mb-1 text-[0.8125rem] text-faint">{documents.contract.suggestion[suggestion.action]}</p>
      {suggestion.action === 'insert' || quote === null ? (
        <p lang="zh-CN" className="whitespace-pre-wrap text-sm leading-7 [overflow-wrap:anywhere]">
          <ins className="rounded-sm bg-ok-soft text-ok decoration-ok/60 underline-offset-4">{text}</ins>
        </p>
      ) : (
        <DiffView before={quote} after={suggestion.action === 'delete' ? '' : text} />
      )}
    </div>
  );
}
