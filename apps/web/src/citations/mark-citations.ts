import type { Citation } from '@lutai/contracts';

/*
 * Marks are characters of Unicode's private use area. Markdown takes them for ordinary letters, so that they pass
 * through its parser wherever the citation stands (in bold, in a list, in code), and are turned into elements after.
 */
const opening = '\uE000';
const digitZero = 0xe010;
const closing = '\uE001';
const joiner = '\uE002';
const privateUse = /[\uE000-\uE01F]/g;

type Marked = Pick<Citation, 'raw' | 'start' | 'end'>;

/** Puts a mark around each citation of `text`; those that overlap an earlier one or are not where they say are left out. */
export function markCitations(text: string, citations: readonly Marked[]): string {
  // A text that holds such characters itself must not be able to forge a mark; offsets stay as they are.
  const clean = text.replace(privateUse, '\uFFFD');
  const placed = citations
    .map((citation, index) => ({ index, place: locate(clean, citation) }))
    .filter((entry): entry is { index: number; place: [number, number] } => entry.place !== null)
    .sort((left, right) => left.place[0] - right.place[0]);

  let marked = '';
  let position = 0;
  for (const { index, place } of placed) {
    const [start, end] = place;
    if (start < position) continue;
    marked += clean.slice(position, start) + opening + encode(index) + clean.slice(start, end) + closing;
    position = end;
  }
  return easeEmphasis(marked + clean.slice(position));
}

/** The offsets where they hold the citation's words; else the nearest place that does; else null. */
function locate(text: string, { raw, start, end }: Marked): [number, number] | null {
  if (start >= 0 && end > start && end <= text.length && (raw === '' || text.slice(start, end) === raw)) {
    return [start, end];
  }
  if (raw === '') return null;
  const after = text.indexOf(raw, Math.max(0, start));
  const before = text.lastIndexOf(raw, Math.max(0, start));
  const found = [after, before]
    .filter((place) => place >= 0)
    .sort((left, right) => Math.abs(left - start) - Math.abs(right - start))[0];
  return found === undefined ? null : [found, found + raw.length];
}

/**
 * CommonMark does not take `据**《民法典》**第` for bold, because a sign of punctuation stands inside the stars. An
 * invisible letter between star and punctuation lets it.
 */
function easeEmphasis(text: string): string {
  return text.replace(/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g, (_, inner: string) => `**${joiner}${inner}${joiner}**`);
}

function encode(index: number): string {
  return [...String(index)].map((digit) => String.fromCharCode(digitZero + Number(digit))).join('');
}

export type MarkedPiece = { text: string; citation: number | null };

/**
 * Splits the text of one node at its marks. `open` is the citation that an earlier node left open; the one open at the
 * end is returned, so that a citation that runs over several nodes is marked in each.
 */
export function splitMarks(text: string, open: number | null): { pieces: MarkedPiece[]; open: number | null } {
  const pieces: MarkedPiece[] = [];
  let citation = open;
  let piece = '';
  const flush = () => {
    if (piece !== '') pieces.push({ text: piece, citation });
    piece = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === opening) {
      flush();
      let number = '';
      while (at + 1 < text.length) {
        const digit = text.charCodeAt(at + 1) - digitZero;
        if (digit < 0 || digit > 9) break;
        number += digit;
        at += 1;
      }
      citation = number === '' ? null : Number(number);
    } else if (character === closing) {
      flush();
      citation = null;
    } else if (character !== joiner) piece += character;
  }
  flush();
  return { pieces, open: citation };
}

/** The text without any mark: for titles, addresses and alternative texts, where no element can stand. */
export function withoutMarks(text: string): string {
  return text.replace(privateUse, '');
}
