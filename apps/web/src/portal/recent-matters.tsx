import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { matterListOptions } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { MatterItem } from './matter-item.tsx';

/** The last three matters below the ask box; nothing at all where there is none yet. */
export function RecentMatters() {
  const { portal } = useStrings();
  const { data } = useInfiniteQuery({ ...matterListOptions(), refetchInterval: 20_000 });
  const recent = data?.pages[0]?.matters.slice(0, 3) ?? [];
  if (recent.length === 0) return null;
  return (
    <section className="mt-14">
      <div className="mb-3 flex items-baseline justify-between">
        <h2 className="font-semibold">{portal.ask.recent}</h2>
        <Link to="/matters" className="text-sm text-accent hover:underline">
          {portal.ask.seeAll}
        </Link>
      </div>
      <ul className="panel overflow-hidden">
        {recent.map((matter) => (
          <MatterItem key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  );
}
