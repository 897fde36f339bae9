import type { DatedEvent } from '@lutai/law';
import { UsageError } from '../../command-error.ts';
import { readDay } from '../shared-options.ts';

/** Reads `award-received=2026-11-10,obstacle=2026-01-05/2026-02-01`. Throws `UsageError` naming the part that is wrong. */
export function readEvents(value: string | undefined): DatedEvent[] {
  if (value === undefined) return [];
  return value.split(',').map((part) => {
    const [, event, from, until] = /^([a-z][a-z0-9-]*)=([^/]+)(?:\/(.+))?$/u.exec(part.trim()) ?? [];
    const day = readDay('event', from);
    if (event === undefined || day === null) {
      throw new UsageError(`--event 须是 事件=YYYY-MM-DD 的形式，收到“${part}”。`);
    }
    return { event, day, until: readDay('event', until), precision: 'day', words: null };
  });
}
