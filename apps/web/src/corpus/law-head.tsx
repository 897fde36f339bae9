import type { LawDetail } from '@lutai/contracts';
import { useMemo } from 'react';
import { datesText } from '../citations/effective-dates.ts';
import { ForceBadge } from '../citations/force-badge.tsx';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { Notice } from '../ui/notice.tsx';
import { today } from '../ui/relative-time.ts';
import { CompareChoice } from './compare-choice.tsx';
import { LawTimeline } from './law-timeline.tsx';
import { timelineOf } from './timeline-view.ts';

interface LawHeadProps {
  detail: LawDetail;
  compare: string | undefined;
  onVersion: (versionId: string) => void;
  onCompare: (versionId: string | undefined) => void;
}

/** Title, level, issuer and dates of the text shown, the texts of the law through time, and how old they are. */
export function LawHead({ detail, compare, onVersion, onCompare }: LawHeadProps) {
  const strings = useStrings();
  const { corpus, words } = strings;
  const { law, version, currency } = detail;
  const points = useMemo(() => timelineOf(detail, today()), [detail]);
  // A later text may be known that ends this one, and not be held.
  const until = points.find(({ versionId }) => versionId === version.id)?.until ?? version.effectiveTo;
  const dates = { effectiveFrom: version.effectiveFrom, effectiveTo: until };
  return (
    <header className="mb-5">
      <h1 lang="zh-CN" className="text-2xl font-semibold leading-snug tracking-tight">
        {law.title}
      </h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-faint">
        <Badge>{words.lawLevel[law.level]}</Badge>
        <ForceBadge {...dates} />
        {law.issuer && <span>{law.issuer}</span>}
        {version.promulgatedOn && <span className="tabular">{corpus.law.promulgated(version.promulgatedOn)}</span>}
        <span className="tabular" title={corpus.law.source(words.dateSource[version.effectiveFromSource])}>
          {datesText(dates, strings)}
        </span>
        <span className="tabular">{corpus.law.showing(detail.provisions.length)}</span>
      </div>
      {points.length > 0 && <LawTimeline points={points} shownId={version.id} onVersion={onVersion} />}
      <CompareChoice points={points} shownId={version.id} compare={compare} onCompare={onCompare} />
      {currency?.laterRevision && (
        <div lang="zh-CN" data-testid="later-revision" className="mt-4">
          <Notice tone="warn">{currency.laterRevision}</Notice>
        </div>
      )}
      {currency && (
        <p lang="zh-CN" className="mt-3 text-[0.8125rem] text-faint">
          {currency.words}
        </p>
      )}
    </header>
  );
}
