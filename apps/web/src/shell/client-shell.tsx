import { Link, Outlet } from '@tanstack/react-router';
import { Calculator, FileText, PenLine } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';

const linkClass =
  'inline-flex h-9 items-center gap-1.5 whitespace-nowrap rounded-lg px-1.5 sm:px-3 text-[0.9375rem] text-soft transition-colors hover:bg-sunken hover:text-ink data-[status=active]:font-medium data-[status=active]:text-accent pointer-coarse:h-11';

export function ClientShell() {
  const { portal, tools, common } = useStrings();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line bg-surface/80 backdrop-blur">
        <div className="mx-auto flex h-16 max-w-3xl items-center gap-1 px-4 sm:gap-4 sm:px-6">
          <Link to="/ask" className="mr-auto rounded-lg sm:mr-2">
            <Brand />
          </Link>
          <nav className="flex items-center gap-1 sm:mr-auto" aria-label={common.navigation}>
            <Link to="/ask" activeOptions={{ exact: true }} className={linkClass}>
              <PenLine aria-hidden className="hidden size-4 sm:block" />
              {portal.nav.ask}
            </Link>
            <Link to="/matters" className={linkClass}>
              <FileText aria-hidden className="hidden size-4 sm:block" />
              {portal.nav.matters}
            </Link>
            <Link to="/tools" className={linkClass}>
              <Calculator aria-hidden className="hidden size-4 sm:block" />
              {tools.nav}
            </Link>
          </nav>
          <AccountMenu side="bottom" />
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-3xl flex-1 px-4 pt-8 pb-20 sm:px-6 sm:pt-12">
        <Outlet />
      </main>
    </div>
  );
}
