import type { ReviewFinding } from '@lutai/contracts';
import { useEffect, useMemo, useRef } from 'react';
import { useStrings } from '../../language/language.tsx';
import { classNames } from '../../ui/class-names.ts';
import { beginsClause, contractParagraphs } from './contract-pieces.ts';
import { worstRisk } from './finding-filter.ts';
import { riskMarks } from './risk-tones.ts';

interface ContractTextProps {
  text: string;
  findings: readonly ReviewFinding[];
  chosen: string | null;
  onChoose: (key: string) => void;
}

/** The contract by its paragraphs; words that something was found in are marked and lead to it. */
export function ContractText({ text, findings, chosen, onChoose }: ContractTextProps) {
  const { documents } = useStrings();
  const box = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => contractParagraphs(text, findings), [text, findings]);
  useEffect(() => {
    if (chosen === null) return;
    const mark = box.current?.querySelector(`[data-keys~="${CSS.escape(chosen)}"]`);
    mark?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [chosen]);
  return (
    <div ref={box} lang="zh-CN" data-testid="contract-text" className="px-4 py-5 lg:px-8 lg:py-6">
      {paragraphs.map(({ start, pieces }) => (
        <p
          key={start}
          className={classNames(
            'leading-8 [overflow-wrap:anywhere]',
            clauseClass(pieces.map((piece) => piece.text).join('')),
          )}
        >
          {pieces.map((piece, at) => {
            if (piece.keys.length === 0) return <span key={at}>{piece.text}</span>;
            const here = findings.filter(({ key }) => piece.keys.includes(key));
            const key = chosen !== null && piece.keys.includes(chosen) ? chosen : piece.keys[0];
            return (
              // A link, not a button: a button does not break over two lines, and clauses are long.
              <a
                key={at}
                href={`#finding-${key}`}
                data-keys={piece.keys.join(' ')}
                data-testid="contract-mark"
                aria-label={`${piece.text}（${documents.contract.showFinding}：${here.map(({ title }) => title).join('；')}）`}
                title={here.map(({ title }) => title).join('\n')}
                onClick={(event) => {
                  event.preventDefault();
                  if (key !== undefined) onChoose(key);
                }}
                className={classNames(
                  'cursor-pointer rounded-sm underline underline-offset-4',
                  riskMarks[worstRisk(here)],
                  chosen !== null && piece.keys.includes(chosen) && 'outline-2 outline-accent',
                  here.every(({ decision }) => decision !== null) && 'opacity-70 decoration-dotted',
                )}
              >
                {piece.text}
              </a>
            );
          })}
        </p>
      ))}
    </div>
  );
}

/** A clause stands apart; a short line that begins one is its heading. */
const clauseClass = (line: string) => beginsClause(line) && (line.length <= 24 ? 'mt-3 font-medium' : 'mt-3');
