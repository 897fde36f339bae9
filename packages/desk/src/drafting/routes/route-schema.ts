import { z } from 'zod';
import type { LearntRoutes } from './learnt/learnt-routes.ts';

const keySchema = z.string().regex(/^[a-z][a-z0-9-]*$/);

/**
 * What tells a route from the client's words, sentence by sentence: `sure` tells by itself; `likely` does not where one
 * of `unless` stands in the same sentence. `{{name}}` in a pattern stands for an entry of `words`.
 */
const telling = {
  sure: z.array(z.string().min(1)).default([]),
  likely: z.array(z.string().min(1)).default([]),
  unless: z.array(z.string().min(1)).default([]),
};

/** `corpus/catalogue/routes.yaml`: which words lead where, and what is said there. Texts are Markdown for the client. */
export const routeFileSchema = z.strictObject({
  /** Figures of speech that are taken out before anything is read: 气死我了. */
  figures: z.array(z.string().min(1)),
  words: z.record(z.string(), z.string().min(1)),
  danger: z
    .array(
      z.strictObject({
        key: keySchema,
        because: z.string().min(1),
        /** Whether it is happening now; what goes on for long is dealt with first, but is not for this minute. */
        now: z.boolean(),
        text: z.string().min(1),
        ...telling,
      }),
    )
    .min(1),
  harm: z
    .array(
      z.strictObject({
        key: keySchema,
        because: z.string().min(1),
        refusal: z.string(),
        lawful: z.string(),
        ...telling,
      }),
    )
    .min(1),
  'foreign-law': z.strictObject({ because: z.string(), goesTo: z.string(), text: z.string(), ...telling }),
  'not-legal': z.strictObject({ because: z.string(), goesTo: z.string(), text: z.string(), ...telling }),
  'no-basis': z.strictObject({ goesTo: z.string(), text: z.string() }),
});
export type RouteFile = z.output<typeof routeFileSchema>;

export type Telling = { sure: RegExp[]; likely: RegExp[]; unless: RegExp[] };
type Read<Entry> = Omit<Entry, keyof Telling> & Telling;
/** The same with its patterns read. */
export type RouteData = {
  figures: RegExp[];
  danger: Read<RouteFile['danger'][number]>[];
  harm: Read<RouteFile['harm'][number]>[];
  'foreign-law': Read<RouteFile['foreign-law']>;
  'not-legal': Read<RouteFile['not-legal']>;
  'no-basis': RouteFile['no-basis'];
  /** What was learnt from examples, for words that no pattern knows; null where there is none. */
  learnt: LearntRoutes | null;
};
