import { type KeptStream, keepStream, type StreamState } from './keep-stream.ts';

/** A server-sent event stream of this API, kept alive until it is closed. */
export function openEvents(
  url: string,
  names: readonly string[],
  listener: {
    onEvent: (name: string, data: string) => void;
    onState?: (state: StreamState) => void;
    onReopened?: () => void;
  },
): Pick<KeptStream, 'close'> {
  const stream = keepStream(
    {
      connect: ({ onOpen, onEvent, onLost }) => {
        const source = new EventSource(url);
        source.onopen = onOpen;
        // EventSource tries again by itself, but gives up for good on an HTTP error: we always do it ourselves.
        source.onerror = onLost;
        for (const name of names) {
          source.addEventListener(name, (event) => {
            if (event instanceof MessageEvent) onEvent(name, String(event.data));
          });
        }
        return source;
      },
      later: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    },
    listener,
  );
  // A browser opens only six connections to a server: pages that nobody looks at must not hold them.
  const wake = () => {
    if (document.visibilityState === 'visible') stream.retryNow();
    else stream.pause();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return {
    close: () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      stream.close();
    },
  };
}
