import { findAddresses } from './find-addresses.ts';
import { findMarks } from './find-marks.ts';
import { findNumbers, type Span } from './find-numbers.ts';

/** Spans of numbers, marks and addresses, in order and apart: of two that overlap, the one that is looked for first is whole. */
export function findSpans(text: string, first: readonly Span[] = []): Span[] {
  const marks = findMarks(text);
  const isKind =
    (...kinds: string[]) =>
    (span: Span) =>
      kinds.includes(span.kind);
  const addresses = findAddresses(text).map(({ streetStart, end }) => ({ kind: '地址', start: streetStart, end }));
  return apart([
    first,
    marks.filter(isKind('邮箱', '统一社会信用代码')),
    findNumbers(text),
    marks.filter(isKind('护照号', '车牌号', '账号')),
    addresses,
  ]);
}

/** Puts layers of spans over each other; of a span that touches those of an earlier layer only the rest stays. */
export function apart(layers: readonly (readonly Span[])[]): Span[] {
  let taken: Span[] = [];
  for (const layer of layers) {
    const merged: Span[] = [];
    let next = 0;
    let done = 0;
    for (const { kind, start, end } of [...layer].sort((a, b) => a.start - b.start || b.end - a.end)) {
      let from = Math.max(start, done);
      for (let held = taken[next]; held && held.start < end; held = taken[next]) {
        if (held.start > from) merged.push({ kind, start: from, end: held.start });
        from = Math.max(from, held.end);
        done = Math.max(done, held.end);
        if (held.end > end) break;
        merged.push(held);
        next++;
      }
      if (from < end) merged.push({ kind, start: from, end });
      done = Math.max(done, end);
    }
    taken = [...merged, ...taken.slice(next)].sort((a, b) => a.start - b.start);
  }
  return taken;
}
