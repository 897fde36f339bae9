import { Outlet } from '@tanstack/react-router';
import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useStrings } from '../language/language.tsx';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function RootLayout() {
  const { common } = useStrings();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:z-[70] focus:rounded-lg focus:bg-accent focus:px-4 focus:py-2 focus:text-accent-ink"
      >
        {common.skipToContent}
      </a>
      {!online && (
        <p
          role="status"
          className="sticky top-0 z-50 flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-sm text-warn"
        >
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {common.offlineBanner}
        </p>
      )}
      <Outlet />
    </>
  );
}
