import { createModelSearch, type ModelSearch } from '@lutai/desk';
import type { Logger } from 'pino';
import type { Environment } from '../env.ts';
import type { OpenedModel } from './open-model.ts';

/** What the language model does for the search, as far as it is configured and switched on. */
export function openModelSearch(
  model: OpenedModel | null,
  { modelStages, now, logger }: Pick<Environment, 'modelStages'> & { now: () => Date; logger: Logger },
): ModelSearch | undefined {
  if (model === null || modelStages.length === 0) return undefined;
  return createModelSearch({
    model: model.language,
    stages: modelStages,
    now,
    onCall: ({ failure, ...call }) =>
      failure === null
        ? logger.debug(call, 'the language model helped the search')
        : logger.warn({ ...call, failure }, 'the language model did not help the search'),
  });
}
