import { Ellipsis, RotateCw, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useStrings } from '../language/language.tsx';
import { IconButton } from '../ui/button.tsx';

const itemClass =
  'flex h-9 cursor-pointer select-none items-center gap-2 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-sunken pointer-coarse:h-11';

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
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={review.more} data-testid="more-actions">
          <Ellipsis aria-hidden className="size-5" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="anim-fade z-50 min-w-44 rounded-xl border border-line bg-surface p-1.5 shadow-over"
        >
          {onRelease && (
            <DropdownMenu.Item className={itemClass} onSelect={onRelease} data-testid="release">
              <Undo2 aria-hidden className="size-4 text-faint" />
              {review.release}
            </DropdownMenu.Item>
          )}
          {onRedraft && (
            <DropdownMenu.Item className={itemClass} onSelect={onRedraft} data-testid="redraft">
              <RotateCw aria-hidden className="size-4 text-faint" />
              {review.editor.redraft}
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
