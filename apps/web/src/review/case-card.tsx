import type { CaseHit } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';

/** An answered case: its title in view, question and answer on demand. */
export function CaseCard({ hit }: { hit: CaseHit }) {
  const { corpus } = useStrings();
  return (
    <details data-testid="case-card" className="panel group p-3.5" lang="zh-CN">
      <summary className="text-sm font-medium leading-6 marker:text-faint">{hit.title}</summary>
      <dl className="mt-2 flex flex-col gap-2 text-sm leading-6">
        <div>
          <dt className="font-medium text-faint">{corpus.search.caseQuestion}</dt>
          <dd className="whitespace-pre-wrap text-soft">{hit.question}</dd>
        </div>
        <div>
          <dt className="font-medium text-faint">{corpus.search.caseAnswer}</dt>
          <dd className="whitespace-pre-wrap">{hit.answer}</dd>
        </div>
      </dl>
      {hit.citations.length > 0 && (
        <p className="mt-2 text-[0.8125rem] leading-6 text-faint">{hit.citations.join('；')}</p>
      )}
    </details>
  );
}
