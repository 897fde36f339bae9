import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';
import { type KeptStream, keepStream, type StreamHandlers, type StreamState } from './keep-stream.ts';

function setUp() {
  const connections: { handlers: StreamHandlers; closed: boolean }[] = [];
  const waits: { ms: number; run: () => void; off: boolean }[] = [];
  const states: StreamState[] = [];
  const events: string[] = [];
  let reopened = 0;
  const stream: KeptStream = keepStream(
    {
      connect: (handlers) => {
        const connection = { handlers, closed: false };
        connections.push(connection);
        return {
          close: () => {
            connection.closed = true;
          },
        };
      },
      later: (ms, run) => {
        const wait = { ms, run, off: false };
        waits.push(wait);
        return () => {
          wait.off = true;
        };
      },
      random: () => 0.5,
    },
    {
      onEvent: (name, data) => events.push(`${name}:${data}`),
      onState: (state) => states.push(state),
      onReopened: () => {
        reopened += 1;
      },
    },
  );
  const last = () => {
    const connection = connections.at(-1);
    if (connection === undefined) throw new Error('no connection was made');
    return connection;
  };
  return { stream, connections, waits, states, events, last, reopened: () => reopened };
}

describe('keepStream', () => {
  it('hands on events and says when it is open', () => {
    const test = setUp();
    test.last().handlers.onOpen();
    test.last().handlers.onEvent('status', '{}');
    expect(test.events).toEqual(['status:{}']);
    expect(test.states).toEqual(['connecting', 'open']);
    expect(test.reopened()).toBe(0);
  });

  it('waits longer after each failed try and starts over once it was open', () => {
    const test = setUp();
    for (let loss = 0; loss < 3; loss += 1) {
      test.last().handlers.onLost();
      test.waits.at(-1)?.run();
    }
    expect(test.waits.map((wait) => wait.ms)).toEqual([1000, 2000, 4000]);
    test.last().handlers.onOpen();
    test.last().handlers.onLost();
    expect(test.waits.at(-1)?.ms).toBe(1000);
  });

  it('tells that events may have been missed when it opens again, not when it first opens', () => {
    const test = setUp();
    test.last().handlers.onOpen();
    test.last().handlers.onLost();
    test.waits[0]?.run();
    test.last().handlers.onOpen();
    expect(test.reopened()).toBe(1);
  });

  it('does not listen to a connection that it gave up', () => {
    const test = setUp();
    const [old] = test.connections;
    old?.handlers.onLost();
    old?.handlers.onEvent('status', 'late');
    old?.handlers.onLost();
    expect(test.events).toEqual([]);
    expect(test.waits).toHaveLength(1);
    expect(old?.closed).toBe(true);
  });

  it('tries at once when asked to, and only while it waits', () => {
    const test = setUp();
    test.stream.retryNow();
    expect(test.connections).toHaveLength(1);
    test.last().handlers.onLost();
    test.stream.retryNow();
    expect(test.connections).toHaveLength(2);
    expect(test.waits[0]?.off).toBe(true);
  });

  it('lets go while paused and takes up again when asked to', () => {
    const test = setUp();
    test.last().handlers.onOpen();
    test.stream.pause();
    expect(test.connections[0]?.closed).toBe(true);
    test.connections[0]?.handlers.onLost();
    expect(test.waits).toHaveLength(0);
    test.stream.retryNow();
    test.last().handlers.onOpen();
    expect(test.connections).toHaveLength(2);
    expect(test.reopened()).toBe(1);
  });

  it('stays closed', () => {
    const test = setUp();
    test.last().handlers.onLost();
    test.stream.close();
    expect(test.waits[0]?.off).toBe(true);
    test.stream.retryNow();
    expect(test.connections).toHaveLength(1);
    expect(test.states.at(-1)).toBe('closed');
  });
});

describe('backoff', () => {
  it('never waits more than 37.5 s, however often it failed', () => {
    expect(backoff(1000, () => 1)).toBe(37_500);
    expect(backoff(0, () => 0)).toBe(750);
  });
});
