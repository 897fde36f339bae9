import { type DraftContent, type Route, routeSchema, routes } from '@lutai/contracts';
import { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, refuseDuplicates } from '../reading/read-lines.ts';

const messageSchema = z.object({ id: z.string().min(1), text: z.string().min(1), route: routeSchema });
export type RouteMessage = z.infer<typeof messageSchema>;

/** `expected` → `found` → how many. */
export type RouteTable = Record<Route, Record<Route, number>>;
export type RoutesReport = {
  messages: number;
  table: RouteTable;
  /** Of the messages of each route the share that went it; null where there is none. */
  found: Record<Route, number | null>;
  /** Of the three silent routes together: the share that was abstained from by any of them. */
  abstained: number | null;
  wrong: { id: string; text: string; expected: Route; found: Route }[];
};

/** Reads messages with their routes. Throws `EvaluationInputError` naming file and line, also for an id that is there twice. */
export function readRouteMessages(file: string): RouteMessage[] {
  const rows = readJsonLines(file, messageSchema);
  refuseDuplicates(file, rows, ({ id }) => id);
  const messages = rows.map(({ row }) => row);
  if (messages.length === 0) throw new EvaluationInputError(`${file} 里没有消息。`);
  return messages;
}

/** Puts every message to the desk and compares the route of its draft. */
export async function evaluateRoutes(
  desk: {
    ask(input: { question: string; factsDate: null }, signal: AbortSignal): Promise<Pick<DraftContent, 'route'>>;
  },
  messages: readonly RouteMessage[],
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<RoutesReport> {
  const table = emptyTable();
  const wrong: RoutesReport['wrong'] = [];
  for (const [index, { id, text, route }] of messages.entries()) {
    signal.throwIfAborted();
    const draft = await desk.ask({ question: text, factsDate: null }, signal);
    table[route][draft.route] += 1;
    if (draft.route !== route) wrong.push({ id, text, expected: route, found: draft.route });
    onProgress(index + 1, messages.length);
  }
  const silent = ['foreign-law', 'not-legal', 'no-basis'] as const;
  const asked = silent.reduce((sum, route) => sum + total(table[route]), 0);
  const kept = silent.reduce((sum, route) => sum + silent.reduce((own, other) => own + table[route][other], 0), 0);
  return {
    ...{ messages: messages.length, table, wrong },
    // Safe: the same keys as the table's.
    found: Object.fromEntries(
      routes.map((route) => [route, share(table[route][route], total(table[route]))]),
    ) as RoutesReport['found'],
    abstained: share(kept, asked),
  };
}

const total = (row: Record<Route, number>) => Object.values(row).reduce((sum, count) => sum + count, 0);
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

function emptyTable(): RouteTable {
  const row = () => Object.fromEntries(routes.map((route) => [route, 0]));
  // Safe: one entry for every route.
  return Object.fromEntries(routes.map((route) => [route, row()])) as RouteTable;
}
