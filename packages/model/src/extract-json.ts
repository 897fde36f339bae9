/**
 * The JSON value in a model's reply: the whole reply, a fenced block, or the first balanced object or array in the prose;
 * of several the first that `fits`, else the first. Thoughts (`<think>`) are passed over. Commas before a closing bracket
 * and control characters inside strings are read as meant; nothing else is guessed at. Undefined where there is none.
 * Linear in the reply's length for each opening bracket tried, at most 20.
 */
export function extractJson(reply: string, fits: (value: unknown) => boolean = () => true): unknown {
  let first: unknown;
  for (const candidate of candidates(withoutThoughts(reply).trim())) {
    const value = parse(candidate);
    if (value === undefined) continue;
    if (fits(value)) return value;
    first ??= value;
  }
  return first;
}

/** The reply without what the model thought aloud; a thought that never ends is all there is. */
export function withoutThoughts(reply: string): string {
  if (parse(reply.trim()) !== undefined) return reply;
  const text = reply.replace(/<think>[\s\S]*?<\/think>/gu, '');
  // Some chat templates open the thought in the prompt, so that only its end comes back.
  const end = text.lastIndexOf('</think>');
  const rest = end < 0 ? text : text.slice(end + '</think>'.length);
  return /^\s*<think>/u.test(rest) ? '' : rest;
}

function* candidates(text: string): Generator<string> {
  if (/^[{[]/u.test(text)) yield text;
  for (const [, block = ''] of text.matchAll(/```(?:json)?\s*\n([\s\S]*?)\n?```/giu)) yield block.trim();
  let from = 0;
  for (let tries = 0; tries < 20; tries += 1) {
    const start = text.slice(from).search(/[{[]/u);
    if (start < 0) return;
    const candidate = balanced(text.slice(from + start));
    if (candidate !== null) yield candidate;
    // What was balanced is one value: its parts are none of their own, unless it is no JSON.
    from += start + (candidate !== null && parse(candidate) !== undefined ? candidate.length : 1);
  }
}

function parse(text: string): unknown {
  return parseStrictly(text) ?? (/^[{[]/u.test(text) ? parseStrictly(mended(text)) : undefined);
}

function parseStrictly(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // A bare word or number is prose that happens to parse.
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Strings are matched whole, so that nothing inside one is taken for a comma of the JSON. */
function mended(text: string): string {
  return text.replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|,(?=\s*[}\]])/gu, (match) => {
    if (match === ',') return '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON does not allow in a string
    return match.replace(/[\u0000-\u001F]/gu, (character) => JSON.stringify(character).slice(1, -1));
  });
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
