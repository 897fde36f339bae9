import { z } from 'zod';
import { extractJson, withoutThoughts } from './extract-json.ts';
import { ModelError } from './model-error.ts';
import type { Completion } from './request-completion.ts';

export type ReadReply<Value> =
  | { ok: true; value: Value }
  /** `said` is the reply without its thoughts; `why` tells the model what to mend. */
  | { ok: false; code: 'malformed' | 'wrong-shape' | 'refused'; why: string; said: string };

const filters = new Set(['content_filter', 'content_filtered', 'sensitive', 'refusal', 'safety']);
const declines =
  /^\W{0,3}(?:(?:很|非常|十分)?(?:抱歉|对不起)|作为.{0,12}(?:AI|人工智能|语言模型)|我?(?:无法|不能|不便)|(?:I['’]?m |I am )?(?:so |very )?sorry|I (?:can(?:no|['’])t|am unable|won['’]?t)|As an AI)/iu;

/**
 * What a completion says, checked by the schema. Throws `ModelError`: `refused`, `truncated`, or `interrupted` where it
 * broke off, none of which the model could mend.
 */
export function readReply<Schema extends z.ZodType>(
  completion: Completion,
  schema: Schema,
): ReadReply<z.output<Schema>> {
  const { refusal, finishReason, text } = completion;
  if (refusal !== null) throw new ModelError('refused', refusal);
  if (finishReason !== null && filters.has(finishReason.toLowerCase())) {
    throw new ModelError('refused', 'the endpoint filtered the answer');
  }
  if (finishReason === 'length') throw new ModelError('truncated', 'the answer ended at its length limit');
  const reply = extractJson(text, (value) => schema.safeParse(value).success);
  const said = withoutThoughts(text).trim();
  if (reply === undefined) {
    // Some endpoints never name a reason to finish: a reply that reads well is taken as whole.
    if (finishReason === null) throw new ModelError('interrupted', 'the answer broke off before its end');
    const code = declines.test(said) ? 'refused' : 'malformed';
    return { ok: false, code, why: 'the reply is not JSON', said };
  }
  const result = schema.safeParse(reply);
  if (result.success) return { ok: true, value: result.data };
  const mended = schema.safeParse(withNumbers(reply, result.error));
  if (mended.success) return { ok: true, value: mended.data };
  return { ok: false, code: 'wrong-shape', why: z.prettifyError(result.error), said };
}

/** The reply with numbers where the schema wants numbers and the model wrote them as strings. */
function withNumbers(reply: unknown, error: z.ZodError): unknown {
  const copy = structuredClone(reply);
  for (const issue of error.issues) {
    if (issue.code !== 'invalid_type' || !['number', 'int'].includes(issue.expected)) continue;
    let holder: unknown = copy;
    for (const key of issue.path.slice(0, -1)) holder = isRecord(holder) ? holder[key] : undefined;
    const last = issue.path.at(-1);
    if (last === undefined || !isRecord(holder)) continue;
    const written = holder[last];
    if (typeof written === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/u.test(written)) holder[last] = Number(written);
  }
  return copy;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
