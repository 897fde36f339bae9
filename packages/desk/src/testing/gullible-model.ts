import type { GenerateInput, LanguageModel } from '@lutai/model';
import { type InjectionAttempt, injectionAttempts, ordersOf } from './injection-attempts.ts';

type Request = Pick<GenerateInput<never>, 'system' | 'messages'>;

const opening = /⟦(法条|往来|以往答复|问题|未通过)\n/u;
/** What a careless reader takes for the end of the material, or for the beginning of another speaker's words. */
const breaks = [
  /[⟧〛⟭⦘⟫»]|\]\]|］］/u,
  /<\|[^|>]*\|?>|<｜[^｜>]*｜?>|\[\/?INST\]|<\/?(?:s|system|tool_\w+|think)>|<<\/?SYS>>/iu,
  /^[ \t]*(?:#{1,6}[ \t]*)?[「『【]?(?:system|assistant|系统|管理员|开发者)[」』】]?[ \t]*(?:[:：]|$)/imu,
];

/** What a model may take for its instructions: everything that does not stand fenced. */
export function outsideFence(request: Request): string {
  return [request.system, ...request.messages.map(({ content }) => outside(seen(content)))].join('\n');
}

function outside(content: string): string {
  const start = opening.exec(content);
  if (start === null) return content;
  const label = start[1] ?? '';
  const inside = content.slice(start.index + start[0].length);
  const end = inside.indexOf(`\n${label}⟧`);
  const broken = breaks.flatMap((pattern) => pattern.exec(inside)?.index ?? []);
  const stop = Math.min(end < 0 ? inside.length : end + 1, ...broken);
  return content.slice(0, start.index) + outside(inside.slice(stop));
}

/** The attempts that a model would obey which does whatever stands outside of the fence, encoded or hidden or not. */
export function obeyed(request: Request): InjectionAttempt[] {
  const told = plain(outsideFence(request));
  return injectionAttempts.filter((attempt) => ordersOf(attempt).every((order) => told.includes(plain(order))));
}

/** Tag characters and the like are read as if they were not there. */
const seen = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}|[\u202a-\u202e]/gu, '');
const plain = (text: string) => seen(text).normalize('NFKC').replace(/\s+/gu, '');

export type ScriptedModel = LanguageModel & { requests: Request[] };

/** A model that answers by a script, one reply for each request, and keeps what it was asked. */
export function scriptedModel(reply: (request: Request, attempt: number) => object): ScriptedModel {
  const requests: Request[] = [];
  return {
    ...{ name: 'scripted', requests },
    async generate({ system, messages, schema, onText }) {
      const request = { system, messages };
      requests.push(request);
      const value = reply(request, requests.length);
      onText?.(JSON.stringify(value));
      const used = { usage: { inputTokens: 1, outputTokens: 1 }, ms: 1, attempts: 1, shortened: 0, kept: false };
      return { ...used, value: schema.parse(value) };
    },
  };
}
