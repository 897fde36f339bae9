/**
 * The JSON value in a model's reply: the whole reply, a fenced block, or the first balanced object or array in the
 * prose. Undefined where there is none. Linear in the reply's length for each opening bracket tried, at most 20.
 */
export function extractJson(reply: string): unknown {
  const text = reply.replace(/<think>[\s\S]*?<\/think>/u, '').trim();
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n?```/iu.exec(text)?.[1];
  const inFence = fenced === undefined ? undefined : parse(fenced.trim());
  if (inFence !== undefined) return inFence;
  let from = 0;
  for (let tries = 0; tries < 20; tries += 1) {
    const start = text.slice(from).search(/[{[]/u);
    if (start < 0) return undefined;
    const candidate = balanced(text.slice(from + start));
    const value = candidate === null ? undefined : parse(candidate);
    if (value !== undefined) return value;
    from += start + 1;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // A bare word or number is prose that happens to parse.
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function balanced(text: string): string | null {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(0, index + 1);
    }
  }
  return null;
}
