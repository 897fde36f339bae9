import { countLists } from '../count-lists.ts';
import { type ParagraphRun, paragraphRuns, type Streams } from './formatting.ts';
import { listPlace, listStyles } from './list-styles.ts';
import { readLists } from './lists.ts';
import type { Piece } from './piece-table.ts';

/** Numbering of Word 6, which Word 97 keeps in files that it converted; it is not read. */
const oldNumbering = 0xc63e;

/**
 * Puts before each paragraph of the main text the number that Word counts for it. `characters` are those of the pieces, one
 * a position. Gives whether numbers may be missing.
 */
export function numberParagraphs(
  characters: string[],
  length: number,
  pieces: readonly Piece[],
  streams: Streams,
): { isIncomplete: boolean } {
  const runs = paragraphRuns(streams).toSorted((one, other) => one.from - other.from);
  const ofStyle = listStyles(streams);
  const lists = readLists(streams);
  const { next } = countLists(lists);
  let isIncomplete = false;
  let start = 0;
  for (const { position, byte, width } of positions(pieces, length)) {
    const character = characters[position];
    if (character !== '\r' && character !== '\u0007' && character !== '\f') continue;
    const run = runAt(runs, byte);
    if (character === '\f' && run?.to !== byte + width) continue;
    const first = start;
    start = position + 1;
    if (!run) continue;
    if (run.properties.has(oldNumbering)) isIncomplete = true;
    const own = listPlace(run.properties);
    const styled = ofStyle(run.style);
    const list = own.list ?? styled.list ?? 0;
    const isBlank = !characters.slice(first, position).some((one) => /[^\s\u3000]/.test(one));
    if (list === 0 || (isBlank && own.list === undefined)) continue;
    if (!lists.has(String(list))) isIncomplete = true;
    const number = next(String(list), own.level ?? styled.level ?? 0);
    if (!isBlank) characters[first] = number + (characters[first] ?? '');
  }
  return { isIncomplete };
}

function* positions(pieces: readonly Piece[], length: number) {
  for (const { from, to, at, isEightBit } of pieces) {
    const width = isEightBit ? 1 : 2;
    for (let position = from; position < Math.min(to, length); position++) {
      yield { position, byte: at + (position - from) * width, width };
    }
  }
}

/** The run that holds a byte. */
function runAt(runs: readonly ParagraphRun[], byte: number): ParagraphRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && byte < run.to ? run : undefined;
}
