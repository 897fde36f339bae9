import { RotateCw, Undo2 } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { MoreItem, MoreMenu } from '../ui/more-menu.tsx';

/** What is seldom wanted; no button at all where nothing applies. */
export function MoreActions({
  onRelease,
  onRedraft,
}: {
  onRelease: (() => void) | null;
  onRedraft: (() => void) | null;
}) {
  const { review } = useStrings();
  if (onRelease === null && onRedraft === null) return null;
  return (
    <MoreMenu label={review.more} testId="more-actions">
      {onRelease && (
        <MoreItem onSelect={onRelease} testId="release">
          <Undo2 aria-hidden className="size-4 text-faint" />
          {review.release}
        </MoreItem>
      )}
      {onRedraft && (
        <MoreItem onSelect={onRedraft} testId="redraft">
          <RotateCw aria-hidden className="size-4 text-faint" />
          {review.editor.redraft}
        </MoreItem>
      )}
    </MoreMenu>
  );
}
