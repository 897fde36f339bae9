import type { DocumentDetail, ReviewedContract, ReviewFinding } from '@lutai/contracts';
import { useEffect, useState } from 'react';
import { AiLabel } from '../../labels/ai-label.tsx';
import { useStrings } from '../../language/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Empty } from '../../ui/states.tsx';
import { CitationFindings } from '../citation-findings.tsx';
import { ContractKind } from './contract-kind.tsx';
import { FindingCard } from './finding-card.tsx';
import { type FindingFilter, filterFindings, findingFilters } from './finding-filter.ts';

interface FindingsPaneProps {
  document: DocumentDetail;
  contract: ReviewedContract;
  /** In the order in which they are gone through. */
  findings: ReviewFinding[];
  chosen: string | null;
  editable: boolean;
  /** The finding that is being decided. */
  busy: string | null;
  onChoose: (key: string) => void;
  onDecide: (finding: ReviewFinding, decision: 'accepted' | 'rejected' | null, suggestion: string | null) => void;
}

/** What was found, how much of it is decided, and the word on each. */
export function FindingsPane(props: FindingsPaneProps) {
  const { document: reviewed, contract, findings, chosen, editable, busy, onChoose, onDecide } = props;
  const { documents } = useStrings();
  const words = documents.contract;
  const [filter, setFilter] = useState<FindingFilter>('all');
  // One that was just decided stays until another filter is chosen: what was pressed must not vanish under the hand.
  const [kept, setKept] = useState<readonly string[]>([]);
  const fitting = filterFindings(findings, filter);
  const shown = findings.filter((finding) => fitting.includes(finding) || kept.includes(finding.key));
  const done = findings.filter(({ decision }) => decision !== null).length;
  const openCitations = reviewed.findings.filter(({ open }) => open).length;
  useEffect(() => {
    if (chosen === null) return;
    const card = document.getElementById(`finding-${chosen}`);
    card?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [chosen]);
  return (
    <div data-testid="findings-pane">
      <ContractKind
        key={`${contract.type}:${contract.side}`}
        document={reviewed}
        contract={contract}
        editable={editable}
      />
      <div className="flex flex-col gap-3 px-4 py-4 lg:px-6">
        {reviewed.findings.length > 0 && (
          <details id="citation-findings" open={done === findings.length} className="scroll-mt-4">
            <summary className="mb-2 rounded text-sm text-soft">
              {openCitations > 0 ? documents.citations.open(openCitations) : documents.citations.none}
            </summary>
            <CitationFindings document={reviewed} editable={editable} counted={false} />
          </details>
        )}
        {reviewed.status === 'open' && <AiLabel text={documents.label} />}
        {findings.length > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Segmented
              label={documents.panes.findings}
              value={filter}
              onChange={(next) => {
                setFilter(next);
                setKept([]);
              }}
              options={findingFilters.map((value) => ({
                value,
                label: `${words.filters[value]} ${filterFindings(findings, value).length}`,
                testId: `filter-${value}`,
              }))}
            />
            <span className="tabular text-sm text-soft" aria-live="polite" data-testid="findings-progress">
              {words.progress(done, findings.length)}
            </span>
          </div>
        )}
        {shown.length === 0 ? (
          <Empty title={findings.length === 0 ? words.noFindings : words.none} />
        ) : (
          <ul className="flex flex-col gap-3">
            {shown.map((finding) => (
              <FindingCard
                key={finding.key}
                finding={finding}
                chosen={finding.key === chosen}
                editable={editable}
                busy={busy === finding.key}
                locked={busy !== null && busy !== finding.key}
                onChoose={() => onChoose(finding.key)}
                onDecide={(decision, suggestion) => {
                  setKept([...kept, finding.key]);
                  onDecide(finding, decision, suggestion);
                }}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
