import type { Route } from '@lutai/contracts';
import { judgeLearntRoute } from './learnt/judge-learnt-route.ts';
import type { RouteData } from './route-schema.ts';
import { sentencesOf, toldBy } from './tells.ts';

/** `because` is for the staff, in Chinese; `key` names the kind of danger or harm, else it is the route. */
export type JudgedRoute = { route: Route; because: string; key: string };
export type SpokenRoute = JudgedRoute & { route: Exclude<Route, 'answer' | 'no-basis'>; now: boolean };

/**
 * What the client's words alone tell, `texts` being the client's messages, oldest first; null where they tell nothing.
 * Danger is looked for in all of them, the rest in the newest: a matter once refused may go on with an honest question.
 * `now`: someone is in danger this minute.
 */
export function judgeSpokenRoute(data: RouteData, texts: string[]): SpokenRoute | null {
  const all = sentencesOf(data.figures, texts);
  for (const { key, because, now, ...telling } of data.danger) {
    const words = toldBy(telling, all);
    if (words !== null) return { route: 'danger', key, because: said(because, words), now };
  }
  const newest = sentencesOf(data.figures, texts.slice(-1));
  for (const { key, because, ...telling } of data.harm) {
    const words = toldBy(telling, newest);
    if (words !== null) return { route: 'harm', key, because: said(because, words), now: false };
  }
  // Where it is, and whether anything is asked about rights, is often said in another sentence.
  const whole = [newest.join('，')];
  for (const route of ['foreign-law', 'not-legal'] as const) {
    const words = toldBy(data[route], whole);
    if (words !== null) return { route, key: route, because: said(data[route].because, words), now: false };
  }
  return data.learnt === null ? null : judgeLearntRoute(data.learnt, texts);
}

const said = (because: string, words: string): string => `${because}（“${words.slice(0, 30)}”）`;
