import { type Area, areas } from '@lutai/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { matterListOptions, queueOptions } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { useMe } from '../session/use-me.ts';
import { useKeys } from '../shortcuts/use-keys.ts';
import { controlBase } from '../ui/field.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { QueueList } from './queue-list.tsx';
import { scopeMatters } from './queue-view.ts';

const route = getRouteApi('/signed-in/desk-part/desk');

export function QueuePage() {
  const { desk, words } = useStrings();
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = search.view ?? 'pending';
  const scope = search.scope ?? 'all';
  const area: Area | undefined = areas.find((each) => each === search.area);
  const pending = useInfiniteQuery({ ...queueOptions({ mine: scope === 'mine', area }), enabled: view === 'pending' });
  const answered = useInfiniteQuery({ ...matterListOptions('answered'), enabled: view === 'answered' });
  const list = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1) => () => {
    const rows = Array.from(list.current?.querySelectorAll<HTMLElement>('[data-testid="queue-item"]') ?? []);
    const now = rows.findIndex((row) => row.matches(':focus'));
    rows[now === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, now + by))]?.focus();
  };
  useKeys({ j: move(1), k: move(-1) });

  const query = view === 'pending' ? pending : answered;
  const loaded = query.data?.pages.flatMap((page) => page.matters);
  const shown = scopeMatters(loaded ?? [], scope, me.id).filter((matter) => area === undefined || matter.area === area);
  const filtered = scope !== 'all' || area !== undefined;

  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-9">
      <PageHead
        title={desk.queue.title}
        actions={
          <Segmented
            label={desk.queue.title}
            value={view}
            onChange={(next) => void navigate({ search: { ...search, view: next === 'pending' ? undefined : next } })}
            options={[
              { value: 'pending', label: desk.queue.pending, testId: 'view-pending' },
              { value: 'answered', label: desk.queue.answered, testId: 'view-answered' },
            ]}
          />
        }
      />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Segmented
          label={desk.queue.columns.assignee}
          value={scope}
          onChange={(next) => void navigate({ search: { ...search, scope: next === 'all' ? undefined : next } })}
          options={(['all', 'mine', 'free'] as const).map((value) => ({ value, label: desk.queue.scopes[value] }))}
        />
        <select
          aria-label={desk.queue.area}
          value={area ?? ''}
          onChange={(event) => void navigate({ search: { ...search, area: event.target.value || undefined } })}
          className={`${controlBase} h-9 text-sm pointer-coarse:h-11`}
        >
          <option value="">{desk.queue.anyArea}</option>
          {areas.map((each) => (
            <option key={each} value={each}>
              {words.area[each]}
            </option>
          ))}
        </select>
        {loaded && <span className="tabular ml-auto text-sm text-faint">{desk.queue.count(shown.length)}</span>}
      </div>
      <div ref={list}>
        <QueueList
          query={query}
          matters={loaded && shown}
          view={view}
          filtered={filtered}
          onClear={() => void navigate({ search: { view: search.view } })}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      </div>
    </div>
  );
}
