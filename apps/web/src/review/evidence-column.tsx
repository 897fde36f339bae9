import type { MatterDetail } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { documentsOptions } from '../api/documents.ts';
import { DocumentsTab } from '../documents/documents-tab.tsx';
import { useStrings } from '../language/language.tsx';
import { useKeys } from '../shortcuts/use-keys.ts';
import { AuditTab } from './audit-tab.tsx';
import { BasisTab } from './basis-tab.tsx';
import { CitationsTab } from './citations-tab.tsx';
import type { Workspace } from './draft-workspace.tsx';
import { ProcessTab } from './process/process-tab.tsx';
import { RevisionsTab } from './revisions-tab.tsx';

const tabs = ['basis', 'citations', 'drafting', 'revisions', 'audit', 'documents'] as const;
type Tab = (typeof tabs)[number];

interface EvidenceColumnProps {
  detail: MatterDetail;
  workspace: Workspace | null;
  asked?: AskedTab;
}

/** A tab that something beside this column wants to be seen; asked for again, it comes forward again. */
export interface AskedTab {
  tab: Tab;
  times: number;
}

/** What the draft rests on, whether its citations hold, how it came to be, and what was done. */
export function EvidenceColumn({ detail, workspace, asked }: EvidenceColumnProps) {
  const { review } = useStrings();
  const [tab, setTab] = useState<Tab>(workspace ? 'basis' : 'documents');
  useEffect(() => {
    if (asked && asked.times > 0) setTab(asked.tab);
  }, [asked]);
  useKeys(Object.fromEntries(tabs.map((name, index) => [String(index + 1), () => setTab(name)])));
  const shown = workspace ? tabs : (['documents', 'audit'] as const);
  const { data: listed } = useQuery(documentsOptions(detail.matter.id));
  const openDocuments = listed?.documents.filter(({ status }) => status === 'open').length ?? 0;
  const bad = workspace ? openCount(workspace) : 0;
  return (
    <Tabs.Root
      value={workspace || tab === 'audit' ? tab : 'documents'}
      onValueChange={(value) => setTab(tabs.find((each) => each === value) ?? 'basis')}
    >
      <Tabs.List
        aria-label={review.panes.evidence}
        className="sticky top-0 z-10 flex gap-0.5 overflow-x-auto overflow-y-hidden bg-canvas px-3 pt-2 shadow-[inset_0_-1px_var(--line)] [scrollbar-width:none]"
      >
        {shown.map((name) => (
          <Tabs.Trigger
            key={name}
            value={name}
            data-testid={`tab-${name}`}
            className="flex h-10 shrink-0 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-1.5 text-sm focus-visible:-outline-offset-2 text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-accent"
          >
            {review.tabs[name]}
            {name === 'citations' && workspace && <Count bad={bad} all={workspace.checked.citations.length} />}
            {name === 'documents' && openDocuments > 0 && <Count bad={0} all={openDocuments} />}
            {name === 'revisions' && workspace && <Count bad={0} all={workspace.draft.revisions.length} />}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {workspace && (
        <>
          <Panel value="basis">
            <BasisTab workspace={workspace} />
          </Panel>
          <Panel value="citations">
            <CitationsTab workspace={workspace} />
          </Panel>
          <Panel value="drafting">
            <ProcessTab workspace={workspace} />
          </Panel>
          <Panel value="revisions">
            <RevisionsTab workspace={workspace} />
          </Panel>
        </>
      )}
      <Panel value="audit">
        <AuditTab matterId={detail.matter.id} />
      </Panel>
      <Panel value="documents">
        <DocumentsTab detail={detail} />
      </Panel>
    </Tabs.Root>
  );
}

/** Of the saved text what the gate says; of text that is being written what its check says. */
function openCount({ checked, draft }: Workspace): number {
  if (checked.live) return checked.citations.filter(({ state }) => state !== 'ok').length;
  return draft.findings.filter(({ open }) => open).length;
}

function Panel({ value, children }: { value: Tab; children: ReactNode }) {
  return (
    <Tabs.Content value={value} className="p-4 focus-visible:-outline-offset-4">
      {children}
    </Tabs.Content>
  );
}

function Count({ bad, all }: { bad: number; all: number }) {
  return (
    <span
      className={`tabular min-w-5 rounded-full px-1.5 text-center text-xs leading-5 ${bad > 0 ? 'bg-danger text-canvas' : 'bg-sunken text-soft'}`}
    >
      {bad > 0 ? bad : all}
    </span>
  );
}
