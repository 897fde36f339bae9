/** Events by topic, within this process. What must survive a crash is in the database; these only save a poll. */
export type EventBus<Event> = {
  publish(topic: string, event: Event): void;
  /** Gives the function that ends the subscription. */
  subscribe(topic: string, listener: (event: Event) => void): () => void;
};

export function createEventBus<Event>(): EventBus<Event> {
  const listeners = new Map<string, Set<(event: Event) => void>>();
  return {
    publish(topic, event) {
      for (const listener of listeners.get(topic) ?? []) listener(event);
    },
    subscribe(topic, listener) {
      const own = listeners.get(topic) ?? new Set();
      listeners.set(topic, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(topic);
      };
    },
  };
}
