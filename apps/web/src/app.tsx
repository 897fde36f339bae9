import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createQueryClient } from './api/create-query-client.ts';
import { meOptions } from './api/session.ts';
import { LanguageProvider } from './language/language.tsx';
import { createAppRouter } from './router.tsx';
import { followSystemTheme } from './theme/theme.ts';
import { ToastProvider } from './ui/toast.tsx';

function createParts() {
  const client = createQueryClient({
    onExpired: () => {
      const { pathname, href } = router.state.location;
      if (pathname === '/sign-in' || pathname === '/sign-up') return;
      client.setQueryData(meOptions.queryKey, null);
      void router.navigate({ to: '/sign-in', search: { next: href, expired: true } });
    },
  });
  const router = createAppRouter(client);
  return { client, router };
}

export function App() {
  const [{ client, router }] = useState(createParts);
  useEffect(followSystemTheme, []);
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}
