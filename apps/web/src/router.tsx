import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { meOptions } from './api/session.ts';
import { Gate } from './session/gate.tsx';
import { homeOf } from './session/may-see.ts';
import { SignInPage, SignUpPage } from './session/sign-in-page.tsx';
import { CrashPage, NotFoundPage, WaitingPage } from './shell/plain-pages.tsx';
import { RootLayout } from './shell/root-layout.tsx';
import { Shell } from './shell/shell.tsx';

const text = z.string().optional().catch(undefined);
const optional = (value: unknown) => text.parse(value);

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: RootLayout });

const signInSearch = (search: Record<string, unknown>): { next?: string; expired?: boolean } => {
  const next = optional(search.next);
  return { ...(next ? { next } : {}), ...(search.expired === true ? { expired: true } : {}) };
};
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: signInSearch,
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: SignUpPage,
  validateSearch: signInSearch,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(meOptions);
    if (me === null) {
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
    }
    return { me };
  },
});
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me.role) });
  },
});

const portal = createRoute({
  getParentRoute: () => signedIn,
  id: 'portal-part',
  component: () => <Gate part="portal" />,
});
const ask = createRoute({
  getParentRoute: () => portal,
  path: '/ask',
  component: lazyRouteComponent(() => import('./portal/ask-page.tsx'), 'AskPage'),
});
const myMatters = createRoute({
  getParentRoute: () => portal,
  path: '/matters',
  component: lazyRouteComponent(() => import('./portal/matters-page.tsx'), 'MattersPage'),
});
const myMatter = createRoute({
  getParentRoute: () => portal,
  path: '/matters/$matterId',
  component: lazyRouteComponent(() => import('./portal/matter-page.tsx'), 'MatterPage'),
});

const desk = createRoute({ getParentRoute: () => signedIn, id: 'desk-part', component: () => <Gate part="desk" /> });
const queue = createRoute({
  getParentRoute: () => desk,
  path: '/desk',
  component: lazyRouteComponent(() => import('./desk/queue-page.tsx'), 'QueuePage'),
  validateSearch: z.object({
    view: z.enum(['pending', 'answered']).optional().catch(undefined),
    scope: z.enum(['mine', 'free']).optional().catch(undefined),
    area: text,
  }),
});
const review = createRoute({
  getParentRoute: () => desk,
  path: '/desk/$matterId',
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
});
const documentPage = createRoute({
  getParentRoute: () => desk,
  path: '/desk/$matterId/documents/$documentId',
  component: lazyRouteComponent(() => import('./documents/document-page.tsx'), 'DocumentPage'),
});
const archive = createRoute({
  getParentRoute: () => desk,
  path: '/archive',
  component: lazyRouteComponent(() => import('./office/archive-page.tsx'), 'ArchivePage'),
  validateSearch: z.object({ q: text }),
});

const corpus = createRoute({
  getParentRoute: () => signedIn,
  id: 'corpus-part',
  component: () => <Gate part="corpus" />,
});
const search = createRoute({
  getParentRoute: () => corpus,
  path: '/corpus',
  component: lazyRouteComponent(() => import('./corpus/search-page.tsx'), 'SearchPage'),
  validateSearch: z.object({ q: text, asOf: text }),
});
const laws = createRoute({
  getParentRoute: () => corpus,
  path: '/corpus/laws',
  component: lazyRouteComponent(() => import('./corpus/laws-page.tsx'), 'LawsPage'),
  validateSearch: z.object({ q: text, level: text }),
});
const law = createRoute({
  getParentRoute: () => corpus,
  path: '/corpus/laws/$lawId',
  component: lazyRouteComponent(() => import('./corpus/law-page.tsx'), 'LawPage'),
  validateSearch: z.object({ version: text, provision: text, compare: text }),
});
const status = createRoute({
  getParentRoute: () => corpus,
  path: '/corpus/status',
  component: lazyRouteComponent(() => import('./corpus/status-page.tsx'), 'StatusPage'),
});
const upload = createRoute({
  getParentRoute: () => signedIn,
  id: 'upload-part',
  component: () => <Gate part="upload" />,
});
const uploadPage = createRoute({
  getParentRoute: () => upload,
  path: '/corpus/upload',
  component: lazyRouteComponent(() => import('./corpus/upload-page.tsx'), 'UploadPage'),
  validateSearch: z.object({ job: text }),
});
const changes = createRoute({
  getParentRoute: () => upload,
  path: '/corpus/changes',
  component: lazyRouteComponent(() => import('./corpus/reviews-page.tsx'), 'ReviewsPage'),
  validateSearch: z.object({ state: z.enum(['open', 'decided']).optional().catch(undefined) }),
});

const audit = createRoute({ getParentRoute: () => signedIn, id: 'audit-part', component: () => <Gate part="audit" /> });
const auditPage = createRoute({
  getParentRoute: () => audit,
  path: '/audit',
  component: lazyRouteComponent(() => import('./office/audit-page.tsx'), 'AuditPage'),
});
const users = createRoute({ getParentRoute: () => signedIn, id: 'users-part', component: () => <Gate part="users" /> });
const usersPage = createRoute({
  getParentRoute: () => users,
  path: '/users',
  component: lazyRouteComponent(() => import('./office/users-page.tsx'), 'UsersPage'),
});

const tools = createRoute({
  getParentRoute: () => signedIn,
  path: '/tools',
  component: lazyRouteComponent(() => import('./tools/tools-page.tsx'), 'ToolsPage'),
  validateSearch: z.object({ calculator: text }),
});

const tree = root.addChildren([
  signIn,
  signUp,
  signedIn.addChildren([
    home,
    portal.addChildren([ask, myMatters, myMatter]),
    desk.addChildren([queue, review, documentPage, archive]),
    corpus.addChildren([search, laws, law, status]),
    upload.addChildren([uploadPage, changes]),
    audit.addChildren([auditPage]),
    users.addChildren([usersPage]),
    tools,
  ]),
]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: WaitingPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: CrashPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
