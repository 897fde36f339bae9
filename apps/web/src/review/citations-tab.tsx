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
  unchecked: 'danger',
  'not-in-force': 'warn',
  ambiguous: 'warn',
};

const supportTones: Record<Support, Tone> = {
  supported: 'ok',
  doubtful: 'warn',
  contradicted: 'danger',
  'none-claimed': 'neutral',
};

/** Each citation of the text with what its check found; those with something wrong first. */
export function CitationsTab({ workspace }: { workspace: Workspace }) {
  const { review, words } = useStrings();
  const [opened, setOpened] = useState<Citation | null>(null);
  const { checked, locate } = workspace;
  const ordered = [...checked.citations].sort((left, right) => rank(left) - rank(right) || left.start - right.start);
  if (ordered.length === 0 && !checked.checking)
    return <Empty title={review.citations.empty}>{review.citations.emptyBody}</Empty>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-soft" aria-live="polite">
        {checked.checking
          ? review.citations.checking
          : review.citations.summary(ordered.filter(({ state }) => state === 'ok').length, ordered.length)}
      </p>
      {checked.live && <p className="text-[0.8125rem] text-faint">{review.citations.live}</p>}
      <ul className="flex flex-col gap-2">
        {ordered.map((citation) => (
          <li
            key={`${citation.start}:${citation.raw}`}
            data-testid="citation-result"
            data-state={citation.state}
            className="panel flex items-start gap-1 p-3"
          >
            <div className="min-w-0 flex-1">
              <button type="button" onClick={() => setOpened(citation)} className="w-full text-left">
                <span lang="zh-CN" className="text-sm font-medium leading-6 hover:text-accent">
                  {citation.raw}
                </span>
                <span className="mt-1 flex flex-wrap items-center gap-2">
                  <Badge tone={tones[citation.state]}>{words.citationState[citation.state]}</Badge>
                  {citation.support && citation.support !== 'none-claimed' && (
                    <Badge tone={supportTones[citation.support]}>{words.support[citation.support]}</Badge>
                  )}
                </span>
                {citation.note && <span className="mt-1 block text-sm leading-6 text-soft">{citation.note}</span>}
                {citation.support !== 'supported' &&
                  citation.supportReasons?.map((reason) => (
                    <span key={reason} className="mt-1 block text-sm leading-6 text-soft">
                      {reason}
                    </span>
                  ))}
              </button>
              <Ruling workspace={workspace} citation={citation} />
            </div>
            <IconButton
              label={review.citations.locate}
              onClick={() => {
                const place = placeOf(workspace.editor.text, citation);
                if (place) locate(...place);
              }}
            >
              <LocateFixed aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
      <ProvisionSheet citation={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

/** What is found and how to go on, for text that is saved: of other text nothing can be ruled on. */
function Ruling({ workspace, citation }: { workspace: Workspace; citation: Citation }) {
  const { checked, draft, revision, insert } = workspace;
  const finding = checked.live ? undefined : draft.findings.find((one) => isOf(one, citation));
  if (finding === undefined) return null;
  return <FindingRuling finding={finding} draftId={draft.id} revisionId={revision.id} editable={insert !== null} />;
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
