import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ApiEnvironment } from '../http/api-environment.ts';

type Typed = { type: string };

export type EventSource<Event extends Typed> = {
  subscribe(listener: (event: Event) => void): () => void;
  /** Asked at the start and at each tick: tells what was missed, or happened in another process. */
  refresh(): Promise<Event[]>;
  /** The stream ends after an event for which this holds. */
  isLast(event: Event): boolean;
  /** Whether a waiting event is made needless by a newer one (a text that grows). */
  supersedes(newer: Event, older: Event): boolean;
  tickMs: number;
  /** Aborted when the server shuts down. */
  closing: AbortSignal;
};

/** Server-sent events until the browser leaves, the server closes or the last event has been sent. */
export function streamEvents<Event extends Typed>(context: Context<ApiEnvironment>, source: EventSource<Event>) {
  // A proxy that buffers would hold events back.
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    const waiting: Event[] = [];
    let wake = () => {};
    const add = (event: Event) => {
      const last = waiting.at(-1);
      if (last !== undefined && source.supersedes(event, last)) waiting.pop();
      waiting.push(event);
      wake();
    };
    let over = source.closing.aborted;
    const end = () => {
      over = true;
      wake();
    };
    const unsubscribe = source.subscribe(add);
    source.closing.addEventListener('abort', end, { once: true });
    stream.onAbort(end);
    try {
      // What is known comes before what happened while it was read.
      waiting.unshift(...(await source.refresh()));
      while (!over) {
        const event = waiting.shift();
        if (event === undefined) {
          const woken = await sleepUnlessWoken(source.tickMs, (resolve) => {
            wake = resolve;
          });
          if (woken || over) continue;
          await stream.write(': ping\n\n');
          for (const missed of await source.refresh()) add(missed);
          continue;
        }
        await stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
        if (source.isLast(event)) break;
      }
    } finally {
      unsubscribe();
      source.closing.removeEventListener('abort', end);
    }
  });
}

function sleepUnlessWoken(ms: number, onReady: (resolve: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    onReady(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
