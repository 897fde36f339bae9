import type { z } from 'zod';
import type { ModelStage } from './model-help.ts';

/** What one stage asks of the model. The words of the client and of the law stand fenced in `content`. */
export type ModelRequest<Schema extends z.ZodType, Value> = {
  stage: ModelStage;
  system: string;
  content: string;
  schema: Schema;
  schemaName: string;
  /** Null where the reply has the right shape and is of no use all the same. */
  read: (reply: z.output<Schema>) => Value | null;
};
