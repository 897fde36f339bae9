export { draftingInput } from '../drafting/testing/hits.ts';
export { soundAnswer } from '../drafting/testing/sound-answer.ts';
export { obeyed, outsideFence, type ScriptedModel, scriptedModel } from './gullible-model.ts';
export { type InjectionAttempt, injectionAttempts, injectionChannels, ordersOf } from './injection-attempts.ts';
