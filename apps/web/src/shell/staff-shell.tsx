import { Link, Outlet } from '@tanstack/react-router';
import { Archive, BookText, Calculator, Inbox, type LucideIcon, ScrollText, Users } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { maySee, type Part } from '../session/may-see.ts';
import { useMe } from '../session/use-me.ts';
import { ShortcutsOverlay } from '../shortcuts/shortcuts-overlay.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';

type Destination = {
  part: Part & keyof typeof icons;
  to: '/desk' | '/archive' | '/corpus' | '/tools' | '/audit' | '/users';
};
const icons = {
  desk: Inbox,
  archive: Archive,
  corpus: BookText,
  tools: Calculator,
  audit: ScrollText,
  users: Users,
} satisfies Record<string, LucideIcon>;
const destinations: Destination[] = [
  { part: 'desk', to: '/desk' },
  { part: 'archive', to: '/archive' },
  { part: 'corpus', to: '/corpus' },
  { part: 'tools', to: '/tools' },
  { part: 'audit', to: '/audit' },
  { part: 'users', to: '/users' },
];

/** A rail on the left; on phones a bar at the foot, where the thumb is. */
export function StaffShell() {
  const me = useMe();
  const { desk } = useStrings();
  const shown = destinations.filter(({ part }) => maySee(me.role, part));
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <aside className="sticky top-0 z-30 hidden h-dvh w-[4.75rem] shrink-0 flex-col items-center gap-1 border-r border-line bg-surface py-4 md:flex">
        <Link to="/" className="mb-4 rounded-lg">
          <Brand withName={false} />
        </Link>
        <Destinations shown={shown} labels={desk.nav} />
        <div className="mt-auto">
          <AccountMenu side="right" />
        </div>
      </aside>
      <header className="flex h-14 items-center justify-between border-b border-line bg-surface px-4 md:hidden">
        <Link to="/" className="rounded-lg">
          <Brand />
        </Link>
        <AccountMenu side="bottom" testId="account-menu-phone" />
      </header>
      <main id="content" className="min-w-0 flex-1 pb-16 md:pb-0">
        <Outlet />
      </main>
      <div className="fixed inset-x-0 bottom-0 z-30 flex justify-around border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
        <Destinations shown={shown} labels={desk.nav} />
      </div>
      <ShortcutsOverlay />
    </div>
  );
}

function Destinations({ shown, labels }: { shown: Destination[]; labels: Record<Destination['part'], string> }) {
  const { common } = useStrings();
  return (
    <nav className="contents" aria-label={common.navigation}>
      {shown.map(({ part, to }) => {
        const Icon = icons[part];
        return (
          <Link
            key={part}
            to={to}
            className="group flex h-14 w-16 flex-col max-md:w-auto max-md:flex-1 items-center justify-center gap-1 rounded-xl text-xs text-soft transition-colors hover:text-ink data-[status=active]:font-medium data-[status=active]:text-accent md:hover:bg-sunken md:data-[status=active]:bg-accent-soft"
          >
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
            {labels[part]}
          </Link>
        );
      })}
    </nav>
  );
}
