import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';

const itemClass =
  'flex h-9 cursor-pointer select-none items-center gap-2 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-sunken pointer-coarse:h-11';

/** What is seldom wanted, behind three dots. */
export function MoreMenu({ label, testId, children }: { label: string; testId: string; children: ReactNode }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={label} data-testid={testId}>
          <Ellipsis aria-hidden className="size-5" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="anim-fade z-50 min-w-44 rounded-xl border border-line bg-surface p-1.5 shadow-over"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MoreItemProps {
  onSelect: () => void;
  testId: string;
  children: ReactNode;
}

export function MoreItem({ onSelect, testId, children }: MoreItemProps) {
  return (
    <DropdownMenu.Item className={itemClass} onSelect={onSelect} data-testid={testId}>
      {children}
    </DropdownMenu.Item>
  );
}

/** A file to be downloaded. */
export function MoreDownload({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className={itemClass}>
      <a href={href} download>
        {children}
      </a>
    </DropdownMenu.Item>
  );
}
