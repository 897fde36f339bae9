import { useQuery } from '@tanstack/react-query';
import { matterAuditOptions } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { AuditDetails } from '../office/audit-details.tsx';
import { useActionWord } from '../office/use-action-word.ts';
import { useRoleWord } from '../office/use-role-word.ts';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { RelativeTime } from '../ui/time.tsx';

/** What was done with this matter, by whom, the newest first. */
export function AuditTab({ matterId }: { matterId: string }) {
  const { review } = useStrings();
  const actionWord = useActionWord();
  const roleWord = useRoleWord();
  const query = useQuery(matterAuditOptions(matterId));
  if (query.isPending) return <SkeletonLines lines={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const entries = [...query.data.entries].sort((left, right) => right.id - left.id);
  if (entries.length === 0) return <p className="text-sm text-faint">{review.audit.empty}</p>;
  return (
    <ol data-testid="audit-list" className="relative ml-1.5 flex flex-col gap-5 border-l border-line pl-5">
      {entries.map((entry) => (
        <li key={entry.id} data-action={entry.action} className="relative text-sm leading-6">
          <span
            aria-hidden
            className="absolute top-2 -left-[1.5rem] size-2 rounded-full bg-line-strong ring-4 ring-canvas"
          />
          <p>
            <span className="font-medium">{actionWord(entry.action)}</span>
          </p>
          <p className="text-faint">
            {[...new Set([entry.actorName, roleWord(entry.actorRole)])].join(' · ')} · <RelativeTime at={entry.at} />
          </p>
          <AuditDetails details={entry.details} />
        </li>
      ))}
    </ol>
  );
}
