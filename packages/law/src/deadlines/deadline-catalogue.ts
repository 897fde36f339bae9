import type { z } from 'zod';
import type { DeadlineCatalogue, deadlineFileSchema } from './deadline-schema.ts';

/** One catalogue of several files. Throws when an id is given twice, or named and not given. */
export function deadlineCatalogue(files: z.output<typeof deadlineFileSchema>[]): DeadlineCatalogue {
  const kinds = files.flatMap((file) => file.kinds);
  byId('kind', kinds);
  const catalogue = {
    regimes: byId(
      'regime',
      files.flatMap((file) => file.regimes),
    ),
    events: byId(
      'event',
      files.flatMap((file) => file.events),
    ),
    kinds,
  };
  refuseUnknown(catalogue);
  return catalogue;
}

function byId<Entry extends { id: string }>(what: string, entries: Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    if (found.has(entry.id)) throw new Error(`the ${what} “${entry.id}” is given twice`);
    found.set(entry.id, entry);
  }
  return found;
}

function refuseUnknown({ regimes, events, kinds }: DeadlineCatalogue): void {
  const need = (owner: string, ids: string[]) => {
    for (const id of ids)
      if (!events.has(id)) throw new Error(`“${owner}” names the event “${id}”, which is not given`);
  };
  for (const { id, interruption, suspension, cap } of regimes.values()) {
    need(id, [
      ...(interruption?.events ?? []),
      ...(interruption?.lasting ?? []),
      ...(suspension?.events ?? []),
      ...(cap?.start ?? []),
    ]);
  }
  for (const { id, regime, start, cap } of kinds) {
    if (!regimes.has(regime)) throw new Error(`“${id}” names the regime “${regime}”, which is not given`);
    need(id, [...start, ...(cap?.start ?? [])]);
  }
}
