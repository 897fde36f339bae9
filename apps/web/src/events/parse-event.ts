import type { z } from 'zod';

/** The event's data by its contract; null for what this page does not know (a newer server) or cannot read. */
export function parseEvent<Schema extends z.ZodType>(schema: Schema, data: string): z.output<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
