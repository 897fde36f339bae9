import { useMemo } from 'react';
import { useStrings } from '../language/language.tsx';
import { foldDiff, wordDiff } from './word-diff.ts';

/** What changed, word by word: struck out and underlined, so that it is seen without colour too. */
export function DiffView({ before, after }: { before: string; after: string }) {
  const { review } = useStrings();
  const parts = useMemo(() => (before === after ? [] : foldDiff(wordDiff(before, after))), [before, after]);
  if (parts.length === 0) return <p className="text-sm text-faint">{review.revisions.same}</p>;
  return (
    <p data-testid="diff" lang="zh-CN" className="whitespace-pre-wrap text-sm leading-7 [overflow-wrap:anywhere]">
      {parts.map((part, index) => {
        if (part === null)
          return (
            <span key={index} className="text-faint">
              {' '}
              …{' '}
            </span>
          );
        if (part.kind === 'added') {
          return (
            <ins key={index} className="rounded-sm bg-ok-soft text-ok decoration-ok/60 underline-offset-4">
              {part.text}
            </ins>
          );
        }
        if (part.kind === 'removed') {
          return (
            <del key={index} className="rounded-sm bg-danger-soft text-danger">
              {part.text}
            </del>
          );
        }
        return <span key={index}>{part.text}</span>;
      })}
    </p>
  );
}
