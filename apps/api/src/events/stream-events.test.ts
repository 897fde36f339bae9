import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { createEventBus } from './event-bus.ts';
import { type EventSource, streamEvents } from './stream-events.ts';

type Event = { type: string; value: number };

function open(part: Partial<EventSource<Event>>, bus = createEventBus<Event>()) {
  const closing = new AbortController();
  const subscribe = vi.fn((listener: (event: Event) => void) => bus.subscribe('topic', listener));
  const app = new Hono<ApiEnvironment>().get('/', (context) =>
    streamEvents(context, {
      subscribe,
      refresh: async () => [],
      isLast: ({ type }) => type === 'end',
      supersedes: () => false,
      tickMs: 5_000,
      closing: closing.signal,
      ...part,
    }),
  );
  return { app, bus, closing, subscribe };
}

const read = async (app: Hono<ApiEnvironment>) => (await app.request('/')).text();

describe('streamEvents', () => {
  it('tells what is known at the start, then what happens, and ends with the last event', async () => {
    const { app, bus, subscribe } = open({ refresh: async () => [{ type: 'status', value: 1 }] });
    const text = read(app);
    await vi.waitFor(() => expect(subscribe).toHaveBeenCalled());
    bus.publish('topic', { type: 'status', value: 2 });
    bus.publish('topic', { type: 'end', value: 3 });
    const events = (await text).split('\n\n').filter(Boolean);
    expect(events.map((event) => event.split('\n')[1])).toEqual([
      'data: {"type":"status","value":1}',
      'data: {"type":"status","value":2}',
      'data: {"type":"end","value":3}',
    ]);
  });

  it('drops a waiting event that a newer one makes needless', async () => {
    const { app, bus, subscribe } = open({ supersedes: (newer) => newer.type === 'text' });
    const text = read(app);
    await vi.waitFor(() => expect(subscribe).toHaveBeenCalled());
    for (let value = 1; value <= 50; value++) bus.publish('topic', { type: 'text', value });
    bus.publish('topic', { type: 'end', value: 0 });
    const told = await text;
    expect(told).toContain('"value":50');
    expect(told).not.toContain('"value":25');
  });

  it('sends a heartbeat while nothing happens and finds what it missed', async () => {
    let missed: Event[] = [];
    const { app, subscribe } = open({ tickMs: 20, refresh: async () => missed });
    const text = read(app);
    await vi.waitFor(() => expect(subscribe).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 50));
    missed = [{ type: 'end', value: 9 }];
    expect(await text).toMatch(/: ping\n\n.*"value":9/s);
  });

  it('ends when the server closes, and when the reader leaves', async () => {
    const first = open({});
    const text = read(first.app);
    await vi.waitFor(() => expect(first.subscribe).toHaveBeenCalled());
    first.closing.abort();
    expect(await text).toBe('');

    const unsubscribed = vi.fn();
    const second = open({ subscribe: () => unsubscribed, tickMs: 10 });
    const answer = await second.app.request('/');
    await answer.body?.cancel();
    await vi.waitFor(() => expect(unsubscribed).toHaveBeenCalled());
  });
});
