type Span = { start: number; end: number };

/** The sentence that a span stands in, without white space around it. */
export const sentenceAround = (text: string, span: Span): string => around(text, span, /[。！？；\n]/u);

/** The sentence with the one before and the one after it in the same line: where a reason is given. */
export function passageAround(text: string, span: Span): string {
  const line = bounds(text, span, /\n/u);
  const sentences = [...text.slice(line.start, line.end).matchAll(/[^。！？]+[。！？]?/gu)];
  const at = sentences.findIndex(({ index, 0: words }) => line.start + index + words.length > span.start);
  return sentences
    .slice(Math.max(at - 1, 0), at + 2)
    .map(([words]) => words)
    .join('');
}

function around(text: string, span: Span, end: RegExp): string {
  const found = bounds(text, span, end);
  return text.slice(found.start, found.end).trim();
}

/** From after the last end mark before the span up to and with the first one after it. */
function bounds(text: string, { start, end }: Span, mark: RegExp): Span {
  let from = start;
  while (from > 0 && !mark.test(text[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < text.length && !mark.test(text[to] ?? '')) to += 1;
  return { start: from, end: Math.min(to + 1, text.length) };
}
