import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { Badge, type Tone } from './badge.tsx';

interface BadgePopoverProps {
  tone: Tone;
  badge: ReactNode;
  title: string;
  children: ReactNode;
  testId: string;
}

/** A badge that says more when it is pressed. */
export function BadgePopover({ tone, badge, title, children, testId }: BadgePopoverProps) {
  return (
    <Popover.Root>
      <Popover.Trigger data-testid={testId} className="shrink-0 rounded-md hover:opacity-80">
        <Badge tone={tone}>{badge}</Badge>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={title}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="anim-fade z-50 w-[min(22rem,calc(100vw-1.5rem))] rounded-xl border border-line bg-surface p-4 text-sm leading-6 shadow-over outline-none"
        >
          <p className="font-semibold">{title}</p>
          <div className="mt-1.5 text-soft">{children}</div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
