import { type ReactNode, useEffect } from 'react';
import { useStrings } from '../language/language.tsx';

/** Names the browser's tab. */
export function usePageTitle(title: string | undefined): void {
  const { common } = useStrings();
  useEffect(() => {
    document.title = title ? `${title} · ${common.appName}` : common.appName;
  }, [title, common.appName]);
}

interface PageHeadProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, lead, actions }: PageHeadProps) {
  usePageTitle(title);
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
