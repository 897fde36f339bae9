import type { DocumentDetail, FindingKind } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { FindingRuling } from '../review/finding-ruling.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';

const tones: Record<FindingKind, Tone> = {
  'not-found': 'danger',
  misquoted: 'danger',
  contradicted: 'danger',
  'not-in-force': 'warn',
  ambiguous: 'warn',
  unchecked: 'warn',
  doubtful: 'warn',
};

interface CitationFindingsProps {
  document: DocumentDetail;
  editable: boolean;
  /** With a line that says how many are open. */
  counted?: boolean;
}

/** What the check of a document's citations found, each with what lets it pass. */
export function CitationFindings({ document, editable, counted = true }: CitationFindingsProps) {
  const { documents } = useStrings();
  const { findings, draftId, revision } = document;
  if (draftId === null || revision === null || findings.length === 0) return null;
  const open = findings.filter((finding) => finding.open).length;
  return (
    <div className="flex flex-col gap-2">
      {counted && (
        <p className="text-sm text-soft" aria-live="polite">
          {open === 0 ? documents.citations.none : documents.citations.open(open)}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {findings.map((finding) => (
          <li key={finding.key} data-testid="citation-finding" className="panel p-3">
            <div className="flex flex-wrap items-center gap-2">
              <span lang="zh-CN" className="text-sm font-medium [overflow-wrap:anywhere]">
                {finding.raw}
              </span>
              <Badge tone={finding.open ? tones[finding.kind] : 'neutral'}>{documents.findingKind[finding.kind]}</Badge>
            </div>
            <blockquote lang="zh-CN" className="mt-2 line-clamp-4 border-l-2 border-line pl-2 text-sm leading-6">
              {finding.sentence}
            </blockquote>
            {finding.why && (
              <p lang="zh-CN" className="mt-1 text-sm leading-6 text-soft">
                {finding.why}
              </p>
            )}
            <FindingRuling finding={finding} draftId={draftId} revisionId={revision.id} editable={editable} />
          </li>
        ))}
      </ul>
    </div>
  );
}
