import type { CorpusStatus } from '@lutai/contracts';
import type { ReactNode } from 'react';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';

export function StatusFacts({ status }: { status: CorpusStatus }) {
  const { corpus } = useStrings();
  const text = corpus.status;
  const { index, drafter } = status;
  const stale = index.ready && index.corpusVersion !== null && index.corpusVersion !== status.corpusVersion;
  const counts: [string, number][] = [
    [text.laws, status.laws],
    [text.versions, status.versions],
    [text.provisions, status.provisions],
    [text.cases, status.cases],
  ];
  const facts: [string, ReactNode][] = [
    [
      text.index,
      <Badge key="index" tone={!index.ready ? 'warn' : stale ? 'warn' : 'ok'}>
        {!index.ready ? text.building : stale ? text.stale : text.ready}
      </Badge>,
    ],
    [text.vectorSearch, text.vector[index.vectorSearch]],
    [text.model, <code key="model">{index.modelId}</code>],
    [text.version, <code key="version">{status.corpusVersion}</code>],
    [text.drafter, drafter.model ? `${text.drafters[drafter.kind]} · ${drafter.model}` : text.drafters[drafter.kind]],
  ];
  return (
    <>
      <dl className="panel grid grid-cols-2 gap-y-6 px-6 py-6 sm:grid-cols-4">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt className="text-sm text-faint">{label}</dt>
            <dd className="tabular text-2xl font-semibold">{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <dl className="panel mt-4">
        {facts.map(([label, value]) => (
          <div key={label} className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line px-6 py-3.5 last:border-0">
            <dt className="w-32 text-faint">{label}</dt>
            <dd className="min-w-0 flex-1 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
