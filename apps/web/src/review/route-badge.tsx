import type { Draft, Route } from '@lutai/contracts';
import { Globe, HandHeart, Scale, ShieldX, TriangleAlert } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import type { Tone } from '../ui/badge.tsx';
import { BadgePopover } from '../ui/badge-popover.tsx';

type Apart = Exclude<Route, 'answer'>;
const tones: Record<Apart, Tone> = {
  danger: 'danger',
  harm: 'danger',
  'foreign-law': 'warn',
  'no-basis': 'warn',
  'not-legal': 'neutral',
};
const icons = { danger: TriangleAlert, harm: ShieldX, 'foreign-law': Globe, 'no-basis': Scale, 'not-legal': HandHeart };

/** Which way the question went, where that is not an ordinary answer; pressed, it says why and what to do. */
export function RouteBadge({ draft }: { draft: Pick<Draft, 'route' | 'notices'> }) {
  const { drafting } = useStrings();
  const { route, notices } = draft;
  if (route === null || route === 'answer') return null;
  const Icon = icons[route];
  return (
    <BadgePopover
      testId="route-badge"
      tone={tones[route]}
      title={drafting.route[route]}
      badge={
        <>
          <Icon aria-hidden className="size-3.5" />
          {drafting.route[route]}
        </>
      }
    >
      <p lang="zh-CN">{routeNotice(notices)}</p>
    </BadgePopover>
  );
}

/** The pipeline says first which way a question went and who deals with it. */
const routeNotice = (notices: readonly string[]) => notices[0] ?? '';
