import { backoff } from './backoff.ts';

export type StreamState = 'connecting' | 'open' | 'waiting' | 'closed';

export interface StreamHandlers {
  onOpen: () => void;
  onEvent: (name: string, data: string) => void;
  onLost: () => void;
}

export interface KeepStreamDeps {
  connect: (handlers: StreamHandlers) => { close: () => void };
  /** Runs `then` after `ms`; returns how to call it off. */
  later: (ms: number, then: () => void) => () => void;
  random?: () => number;
}

export interface KeptStream {
  close: () => void;
  /** Lets go of the connection until `retryNow`: nobody looks at the page. */
  pause: () => void;
  /** Tries at once instead of waiting: the network came back, or the page is looked at again. */
  retryNow: () => void;
}

/**
 * Keeps one stream of events alive: after a loss it connects again, waiting longer each time. `onReopened` tells that
 * events may have been missed, so that what they announce can be asked for again.
 */
export function keepStream(
  deps: KeepStreamDeps,
  listener: {
    onEvent: (name: string, data: string) => void;
    onState?: (state: StreamState) => void;
    onReopened?: () => void;
  },
): KeptStream {
  let attempt = 0;
  let opened = false;
  let closed = false;
  let connection: { close: () => void } | null = null;
  let callOff: (() => void) | null = null;
  // A connection that is given up must not speak any more: only the newest one is listened to.
  let generation = 0;
  const tell = (state: StreamState) => listener.onState?.(state);
  const letGo = () => {
    generation += 1;
    connection?.close();
    connection = null;
    callOff?.();
    tell('waiting');
  };

  const connect = () => {
    callOff = null;
    tell('connecting');
    generation += 1;
    const mine = generation;
    const opening = deps.connect({
      onOpen: () => {
        if (closed || mine !== generation) return;
        attempt = 0;
        tell('open');
        if (opened) listener.onReopened?.();
        opened = true;
      },
      onEvent: (name, data) => {
        if (!closed && mine === generation) listener.onEvent(name, data);
      },
      onLost: () => {
        if (closed || mine !== generation) return;
        letGo();
        callOff = deps.later(backoff(attempt, deps.random), connect);
        attempt += 1;
      },
    });
    if (mine === generation) connection = opening;
    else opening.close();
  };

  connect();
  return {
    close: () => {
      closed = true;
      callOff?.();
      connection?.close();
      tell('closed');
    },
    pause: () => {
      if (closed) return;
      letGo();
      callOff = () => {};
    },
    retryNow: () => {
      if (closed || callOff === null) return;
      callOff();
      attempt = 0;
      connect();
    },
  };
}
