import { useMemo } from 'react';
import { highlight } from './highlight.ts';

export function Highlighted({ text, words }: { text: string; words: readonly string[] }) {
  const pieces = useMemo(() => highlight(text, words), [text, words]);
  return pieces.map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}
