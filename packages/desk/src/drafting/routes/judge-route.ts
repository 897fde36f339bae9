import { type Found, judgeFoundRoute } from './judge-found-route.ts';
import { type JudgedRoute, judgeSpokenRoute } from './judge-spoken-route.ts';
import type { RouteData } from './route-schema.ts';

/** Which way a question goes: by the client's words first, then by what the search has found. */
export function judgeRoute(data: RouteData, found: Found): JudgedRoute {
  const before = found.conversation.filter(({ from }) => from === 'client').map(({ text }) => text);
  const spoken = judgeSpokenRoute(data, [...before, found.question]);
  if (spoken === null) return judgeFoundRoute(found);
  return { route: spoken.route, because: spoken.because, key: spoken.key };
}
