import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { z } from 'zod';

/** How an endpoint is asked for JSON, the strictest first. */
export const outputModes = ['json-schema', 'json-object', 'plain'] as const;
export type OutputMode = (typeof outputModes)[number];
type Wanted = { system: string; schema: z.ZodType; schemaName: string };

export function responseFormat(
  mode: OutputMode,
  wanted: Wanted,
): NonNullable<ChatCompletionCreateParams['response_format']> | null {
  if (mode === 'json-schema') return zodResponseFormat(wanted.schema, wanted.schemaName);
  return mode === 'json-object' ? { type: 'json_object' } : null;
}

/** Where the endpoint does not enforce the schema, or takes no notice of it (`sayShape`), the system text must carry it. */
export function systemText(mode: OutputMode, wanted: Wanted, sayShape: boolean): string {
  if (mode === 'json-schema' && !sayShape) return wanted.system;
  const schema = JSON.stringify(z.toJSONSchema(wanted.schema));
  return `${wanted.system}\n\nReply with one JSON object and nothing else, following this JSON schema:\n${schema}`;
}
