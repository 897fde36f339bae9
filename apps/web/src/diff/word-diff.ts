import { diffArrays } from 'diff';

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Chinese has no spaces between words: a segmenter finds them, so that a change never cuts one. */
export function segmentWords(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What became of `before`, word by word; neighbouring words of one kind are one part. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  return diffArrays(segmentWords(before), segmentWords(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Cuts long stretches that did not change down to `around` characters beside a change; null stands for what is cut. */
export function foldDiff(parts: readonly DiffPart[], around = 60): (DiffPart | null)[] {
  if (parts.length === 1) return [...parts];
  return parts.flatMap((part, index) => {
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const keep = around * (isFirst || isLast ? 1 : 2);
    if (part.kind !== 'same' || part.text.length <= keep + 20) return [part];
    const head = isFirst ? '' : part.text.slice(0, around);
    const tail = isLast ? '' : part.text.slice(-around);
    return [
      ...(head === '' ? [] : [{ kind: 'same', text: head } as const]),
      null,
      ...(tail === '' ? [] : [{ kind: 'same', text: tail } as const]),
    ];
  });
}
