import type { Citation, CitationState, Finding, Support } from '@lutai/contracts';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { ProvisionSheet } from '../citations/provision-sheet.tsx';
import { useStrings } from '../language/language.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { IconButton } from '../ui/button.tsx';
import { Empty } from '../ui/states.tsx';
import type { Workspace } from './draft-workspace.tsx';
import { FindingRuling } from './finding-ruling.tsx';

const tones: Record<CitationState, Tone> = {
  ok: 'ok',
  'not-found': 'danger',
  misquoted: 'danger',
  'not-in-force': 'warn',
  ambiguous: 'warn',
  unchecked: 'warn',
};

const supportTones: Record<Support, Tone> = {
  supported: 'ok',
  doubtful: 'warn',
  contradicted: 'danger',
  'none-claimed': 'neutral',
};

/** Each citation of the text with what its check found; those with something wrong first. */
export function CitationsTab({ workspace }: { workspace: Workspace }) {
  const { review } = useStrings();
  const [opened, setOpened] = useState<Citation | null>(null);
  const { checked } = workspace;
  const ordered = [...checked.citations].sort((left, right) => rank(left) - rank(right) || left.start - right.start);
  if (ordered.length === 0 && !checked.checking)
    return <Empty title={review.citations.empty}>{review.citations.emptyBody}</Empty>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-soft" aria-live="polite">
        {checked.checking ? review.citations.checking : review.citations.summary(...countsOf(workspace))}
      </p>
      {checked.live && <p className="text-[0.8125rem] text-faint">{review.citations.live}</p>}
      <ul className="flex flex-col gap-2">
        {ordered.map((citation) => (
          <CitationResult
            key={`${citation.start}:${citation.raw}`}
            citation={citation}
            workspace={workspace}
            onOpen={() => setOpened(citation)}
          />
        ))}
      </ul>
      <ProvisionSheet citation={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

interface CitationResultProps {
  citation: Citation;
  workspace: Workspace;
  onOpen: () => void;
}

function CitationResult({ citation, workspace, onOpen }: CitationResultProps) {
  const { review, words } = useStrings();
  const { raw, state, support, supportReasons = [], note } = citation;
  const finding = findingOf(workspace, citation);
  const isRuled = finding !== undefined && finding.ruling !== null;
  const reasons = support === 'supported' ? [] : supportReasons;
  return (
    <li data-testid="citation-result" data-state={state} className="panel p-3">
      <div className="flex items-start gap-1">
        <button type="button" onClick={onOpen} className="min-w-0 flex-1 rounded text-left">
          <span lang="zh-CN" className="break-words text-sm font-medium leading-6 hover:text-accent">
            {raw}
          </span>
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <Badge tone={isRuled ? 'neutral' : tones[state]}>{words.citationState[state]}</Badge>
            {support && support !== 'none-claimed' && (
              <Badge tone={isRuled ? 'neutral' : supportTones[support]}>{words.support[support]}</Badge>
            )}
            {isRuled && <Badge tone="ok">{review.citations.ruling.done}</Badge>}
          </span>
        </button>
        <IconButton
          label={review.citations.locate}
          className="-mt-1 -mr-1"
          onClick={() => {
            const place = placeOf(workspace.editor.text, citation);
            if (place) workspace.locate(...place);
          }}
        >
          <LocateFixed aria-hidden className="size-4" />
        </IconButton>
      </div>
      {finding?.rule === 'rule' && (
        <blockquote lang="zh-CN" className="mt-2 line-clamp-4 border-l-2 border-line pl-2 text-sm leading-6">
          {finding.sentence}
        </blockquote>
      )}
      {[note, ...reasons].filter(Boolean).map((why) => (
        <p key={why} lang="zh-CN" className="mt-1 break-words text-sm leading-6 text-soft">
          {why}
        </p>
      ))}
      {finding && (
        <FindingRuling
          finding={finding}
          draftId={workspace.draft.id}
          revisionId={workspace.revision.id}
          editable={workspace.insert !== null}
        />
      )}
    </li>
  );
}

/** What is found of the saved text: of other text nothing can be ruled on. */
const findingOf = ({ checked, draft }: Workspace, citation: Citation): Finding | undefined =>
  checked.live ? undefined : draft.findings.find((one) => isOf(one, citation));

/** How many citations stand, of how many, and how many wait for somebody. */
function countsOf({ checked, draft }: Workspace): [ok: number, all: number, open: number] {
  const all = checked.citations.length;
  const ok = checked.citations.filter((citation) => rank(citation) >= 2).length;
  return [ok, all, checked.live ? all - ok : draft.findings.filter(({ open }) => open).length];
}

/** Citations of a range share their place; each has its own state. */
const isOf = ({ kind, raw, start }: Finding, citation: Citation): boolean =>
  start === citation.start && raw === citation.raw && (kind === citation.state || kind === citation.support);

function rank({ state, support }: Citation): number {
  const tone = state === 'ok' && support ? supportTones[support] : tones[state];
  return { danger: 0, warn: 1, neutral: 2, accent: 2, ok: 3 }[tone];
}

/** Where it stands in the text as it is now, which may have been changed since the check. */
function placeOf(text: string, { raw, start, end }: Citation): [number, number] | null {
  if (text.slice(start, end) === raw) return [start, end];
  const found = text.indexOf(raw);
  return found === -1 ? null : [found, found + raw.length];
}
