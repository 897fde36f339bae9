import { DiffView } from '../diff/diff-view.tsx';
import { AiLabel } from '../labels/ai-label.tsx';
import { isUnapproved } from '../labels/is-unapproved.ts';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import type { Workspace } from './draft-workspace.tsx';

/** All revisions, the newest first, each with what it changed; above them what is not saved yet. */
export function RevisionsTab({ workspace }: { workspace: Workspace }) {
  const { review, common } = useStrings();
  const { draft, revision, editor } = workspace;
  const ordered = [...draft.revisions].sort((left, right) => right.number - left.number);
  const textOf = (id: string | undefined) =>
    id === revision.id ? revision.text : ordered.find((each) => each.id === id)?.text;
  return (
    <ol className="flex flex-col">
      {isUnapproved(draft) && (
        <li className="border-b border-line pb-2.5">
          <AiLabel />
        </li>
      )}
      {editor.dirty && (
        <li className="border-b border-line py-3">
          <details open>
            <summary className="font-medium marker:text-faint">{review.revisions.unsaved}</summary>
            <div className="mt-2">
              <DiffView before={revision.text} after={editor.text} />
            </div>
          </details>
        </li>
      )}
      {ordered.map((each, index) => {
        const text = textOf(each.id);
        const previous = textOf(ordered[index + 1]?.id);
        const isFirst = index === ordered.length - 1;
        return (
          <li key={each.id} data-testid="revision" className="border-b border-line py-3 last:border-0">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{review.revisions.number(each.number)}</span>
              {each.id === revision.id && <Badge tone="accent">{review.revisions.current}</Badge>}
              <span className="text-sm text-faint">
                {each.authorName ?? review.revisions.machine} · <RelativeTime at={each.createdAt} />
              </span>
              <code title={review.approve.hash} className="ml-auto text-xs text-faint">
                {each.contentHash.slice(0, 8)}
              </code>
            </div>
            {!isFirst && (
              <details className="mt-1" open={each.id === revision.id}>
                <summary className="text-sm text-soft marker:text-faint">{review.revisions.compare}</summary>
                <div className="mt-2">
                  {text !== undefined && previous !== undefined ? (
                    <DiffView before={previous} after={text} />
                  ) : (
                    <p className="text-sm text-faint">{review.revisions.unavailable}</p>
                  )}
                </div>
              </details>
            )}
          </li>
        );
      })}
      {ordered.length === 0 && <li className="text-sm text-faint">{common.none}</li>}
    </ol>
  );
}
