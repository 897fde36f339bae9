import { load } from 'cheerio/slim';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { annotateDocx } from './annotate-docx.ts';
import { annotateText } from './annotate-text.ts';
import type { AnnotatedDocument, Annotation } from './annotation.ts';
import { readAnnotations } from './read-annotations.ts';
import { idsOf, paragraph, run, wordFile, xmlOf } from './testing/word-file.ts';

const by = { author: '王敏', date: new Date('2026-11-23T08:00:00Z') };
const line = fc.string({ unit: fc.constantFrom(...'甲乙丙租金一二　 \t1a&<>"。𠮷'), maxLength: 14 });
const texts = fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n'));
const changes = fc.record({
  action: fc.constantFrom('replace' as const, 'delete' as const, 'insert-after' as const),
  text: fc.constantFrom('新', '改<为>', '上\n下', '\n另起', '\n另起\n再起', 'x\ty', ''),
});
const wishes = fc.array(
  fc.record({ from: fc.double({ min: 0, max: 0.999, noNaN: true }), length: fc.nat(12), change: fc.option(changes) }),
  { maxLength: 6 },
);

/** Notes on what stands at these places of the text, each with the occurrence that it is. */
function notesOn(text: string, wanted: typeof wishes extends fc.Arbitrary<infer Value> ? Value : never): Annotation[] {
  const units = [...text];
  return wanted.map(({ from, length, change }, at) => {
    const start = units.slice(0, Math.floor(from * units.length)).join('');
    const quote = units.slice([...start].length, [...start].length + length + 1).join('');
    const place = start.length + quote.length - quote.trimStart().length;
    const before = placesOf(text, quote.trim()).filter((found) => found < place).length;
    return { quote: { text: quote, occurrence: before + 1 }, comment: `批注${at}`, ...(change ? { change } : {}) };
  });
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  if (wanted)
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

/** What the text is once the changes that were made are accepted, worked out on the text alone. */
function expected(text: string, notes: readonly Annotation[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, at) => lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0));
  const lineOf = (at: number) => starts.findLastIndex((start) => start <= at);
  const endOf = (at: number) => (starts[at] ?? 0) + (lines[at]?.length ?? 0);
  const gone = new Set<number>();
  const inline = new Map<number, string>();
  const behind = new Map<number, string[]>();
  const whole: number[] = [];
  for (const { quote, change } of notes) {
    if (!quote || !change) continue;
    const wanted = quote.text.trim();
    let from = placesOf(text, wanted)[(quote.occurrence ?? 1) - 1] ?? Number.NaN;
    let to = from + wanted.length;
    const [first, last] = [lineOf(from), lineOf(to - 1)];
    const put = change.action === 'delete' ? '' : (change.text ?? '');
    const isAlone = text.slice(starts[first], from).trim() === '' && text.slice(to, endOf(last)).trim() === '';
    if (change.action !== 'insert-after') {
      if (put === '' && isAlone) {
        [from, to] = [starts[first] ?? 0, endOf(last)];
        whole.push(last);
      }
      for (let at = from; at < to; at++) gone.add(at);
    } else if (put.startsWith('\n')) {
      behind.set(last, [...(behind.get(last) ?? []), ...put.slice(1).split('\n')]);
      continue;
    }
    if (put) inline.set(to, (inline.get(to) ?? '') + put);
  }
  const filled = new Set([...inline.keys()].map((point) => lineOf(point - 1)));
  for (const last of whole) if (last < lines.length - 1 && !filled.has(last)) gone.add(endOf(last));
  return lines
    .map((words, at) => {
      const start = starts[at] ?? 0;
      // An insertion stands behind the unit before it.
      const kept = words
        .split('')
        .map((unit, to) => (gone.has(start + to) ? '' : unit) + (inline.get(start + to + 1) ?? ''));
      const end = at < lines.length - 1 && !gone.has(endOf(at)) ? '\n' : '';
      const put = (behind.get(at) ?? []).map((added) => (at < lines.length - 1 ? `${added}\n` : `\n${added}`));
      return kept.join('') + end + put.join('');
    })
    .join('');
}

function holds(text: string, notes: readonly Annotation[], { docx, unplaced }: AnnotatedDocument): void {
  const read = readAnnotations(docx);
  const left = new Set(unplaced.map(({ index }) => index));
  for (const { reason } of unplaced) expect(['overlap', 'empty-quote']).toContain(reason);
  if (notes.length === 1) expect(unplaced.filter(({ reason }) => reason === 'overlap')).toEqual([]);
  expect(read.originalText).toBe(text);
  expect(read.acceptedText).toBe(
    expected(
      text,
      notes.filter((_, at) => !left.has(at)),
    ),
  );
  const placed = notes.filter((_, at) => !unplaced.some(({ index, part }) => index === at && part === 'note'));
  expect(read.comments.map((comment) => comment.text.split('\n')[0])).toEqual(placed.map(({ comment }) => comment));
  const revised = idsOf(docx, 'ins', 'del', 'commentRangeStart');
  expect(new Set(revised).size).toBe(revised.length);
  const ids = idsOf(docx, 'commentRangeStart').sort();
  expect(idsOf(docx, 'commentRangeEnd').sort()).toEqual(ids);
  expect(idsOf(docx, 'commentReference').sort()).toEqual(ids);
}

/** Mammoth's reader refuses XML that is not well formed, in each part that was written. */
async function readElsewhere(docx: Uint8Array, comments: number): Promise<void> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(docx) },
    { styleMap: ['comment-reference => sup'] },
  );
  expect(load(value)('dt').length).toBe(comments);
}

describe('whatever the text and the notes', () => {
  it('an annotated file gives the original with no change accepted and the wished text with all', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        wishes,
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        async (text, wanted, sizes) => {
          const body = text.split('\n').map((words) => {
            const units = [...words];
            const cut: string[] = [];
            while (units.length > 0) cut.push(units.splice(0, sizes.next().value).join(''));
            return paragraph(...cut.map((part, at) => run(part, at % 2 ? '<w:b/>' : '')));
          });
          const notes = notesOn(text, wanted);
          const result = annotateDocx(wordFile(body.join('')), notes, by);
          holds(text, notes, result);
          await readElsewhere(result.docx, readAnnotations(result.docx).comments.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('so does a file made of plain text', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, wishes, async (text, wanted) => {
        const notes = notesOn(text, wanted);
        const result = await annotateText(text, notes, by);
        holds(text, notes, result);
        await readElsewhere(result.docx, readAnnotations(result.docx).comments.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file made of plain text', () => {
  it('is the same each time, has the first line as its title, and leaves out what no file can hold', async () => {
    const make = () => annotateText('租赁合同\n第一条\u0001 租金\r\n　　另起', [], { ...by, title: '合同' });
    const { docx } = await make();
    expect((await make()).docx).toEqual(docx);
    expect(readAnnotations(docx).originalText).toBe('租赁合同\n第一条 租金\n　　另起');
    expect(xmlOf(docx)).toMatch(/<w:pStyle w:val="Title"\/><\/w:pPr><w:r><w:t xml:space="preserve">租赁合同/);
  });
});
