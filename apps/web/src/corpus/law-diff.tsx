import type { ArticleChange, LawVersion } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { comparisonOptions } from '../api/corpus.ts';
import { DiffView } from '../diff/diff-view.tsx';
import { useStrings } from '../language/language.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { WhenNear } from '../ui/when-near.tsx';
import { changeKinds, countKinds, type DiffFilter, shownChanges } from './diff-kinds.ts';

interface LawDiffProps {
  lawId: string;
  from: string;
  to: string;
}

/** Two texts of a law, article by article: what was added, removed and changed, word by word. */
export function LawDiff({ lawId, from, to }: LawDiffProps) {
  const { diff } = useStrings().lawTime;
  const query = useQuery(comparisonOptions(lawId, from, to));
  const [filter, setFilter] = useState<DiffFilter>('all');
  const changes = query.data?.changes;
  const counts = useMemo(() => countKinds(changes ?? []), [changes]);
  const shown = useMemo(() => shownChanges(changes ?? [], filter), [changes, filter]);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={10} />;
  const kinds = changeKinds.filter((kind) => counts[kind] > 0);
  return (
    <section data-testid="law-diff">
      <h2 className="text-lg font-semibold">{diff.title(nameOf(query.data.from), nameOf(query.data.to))}</h2>
      <p className="tabular mt-1 text-sm text-faint">
        {diff.summary(query.data.changes.length - counts.renumbered, query.data.same + counts.renumbered)}
      </p>
      {kinds.length > 1 && (
        <div className="mt-4 overflow-x-auto">
          <Segmented
            label={diff.all}
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: diff.all },
              ...kinds.map((value) => ({ value, label: `${diff[value]} ${counts[value]}` })),
            ]}
          />
        </div>
      )}
      {query.data.changes.length === 0 && <p className="mt-6 text-soft">{diff.none}</p>}
      <ol className="mt-4 flex flex-col">
        {shown.map((change) => (
          <li key={`${change.before?.id}|${change.after?.id}`} className="border-b border-line py-4 last:border-0">
            <WhenNear estimate={estimateOf(change)}>
              <Change change={change} />
            </WhenNear>
          </li>
        ))}
      </ol>
    </section>
  );
}

const nameOf = ({ effectiveFrom, promulgatedOn, id }: LawVersion) => effectiveFrom ?? promulgatedOn ?? id;
const tones: Record<ArticleChange['kind'], Tone> = {
  changed: 'accent',
  added: 'ok',
  removed: 'danger',
  renumbered: 'neutral',
};

/** Some 40 characters a line of 1.75 rem, below a heading. */
const estimateOf = ({ before, after }: ArticleChange) =>
  2.5 + Math.ceil(Math.max(before?.text.length ?? 0, after?.text.length ?? 0) / 40) * 1.75;

function Change({ change }: { change: ArticleChange }) {
  const { diff } = useStrings().lawTime;
  const { kind, before, after } = change;
  const article =
    before && after && before.article !== after.article
      ? diff.moved(before.article, after.article)
      : (after ?? before)?.article;
  return (
    <article data-testid={`diff-${kind}`}>
      <h3 lang="zh-CN" className="mb-1.5 flex flex-wrap items-center gap-2 font-semibold">
        {article}
        <Badge tone={tones[kind]}>{diff[kind]}</Badge>
      </h3>
      {kind === 'changed' ? (
        <DiffView before={before?.text ?? ''} after={after?.text ?? ''} />
      ) : (
        <p lang="zh-CN" className="whitespace-pre-wrap text-sm leading-7 text-soft">
          {kind === 'removed' ? <del className="decoration-danger/50">{before?.text}</del> : after?.text}
        </p>
      )}
    </article>
  );
}
