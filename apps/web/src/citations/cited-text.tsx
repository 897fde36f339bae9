import type { Citation } from '@lutai/contracts';
import { type ReactNode, useMemo, useState } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';
import { markCitations } from './mark-citations.ts';
import { ProvisionSheet } from './provision-sheet.tsx';
import { rehypeCitations } from './rehype-citations.ts';

interface CitedTextProps {
  /** Markdown; `citations` have their offsets in it. */
  text: string;
  citations: Citation[];
  compact?: boolean;
  /** For the desk: what is wrong with a citation is shown on its mark. */
  withStates?: boolean;
  /** Each line is a paragraph of its own, as in a document. */
  byLine?: boolean;
}

/** Markdown with its citations as marks; one click opens the provision beside the text. */
export function CitedText({ text, citations, compact = false, withStates = false, byLine = false }: CitedTextProps) {
  const [opened, setOpened] = useState<Citation | null>(null);
  const marked = useMemo(() => markCitations(text, citations), [text, citations]);
  const components = useMemo<Components>(
    () => ({
      span: ({ node, children, ...rest }) => {
        const index = node?.properties.dataCitation;
        const citation = typeof index === 'string' ? citations[Number(index)] : undefined;
        if (citation === undefined) return <span {...rest}>{children}</span>;
        return (
          <CitationMark citation={citation} withState={withStates} onOpen={() => setOpened(citation)}>
            {children}
          </CitationMark>
        );
      },
      a: ({ children, href }) => (
        <a href={href} target="_blank" rel="noreferrer noopener" className="text-accent underline">
          {children}
        </a>
      ),
      // A picture in an answer would be fetched from wherever it points to.
      img: ({ alt }) => <span>{alt}</span>,
    }),
    [citations, withStates],
  );
  return (
    <>
      <div lang="zh-CN" className={classNames('prose', compact && 'compact', byLine && '[&_p]:whitespace-pre-line')}>
        <Markdown rehypePlugins={[rehypeCitations]} components={components}>
          {marked}
        </Markdown>
      </div>
      <ProvisionSheet citation={opened} onClose={() => setOpened(null)} />
    </>
  );
}

interface MarkProps {
  citation: Citation;
  withState: boolean;
  onOpen: () => void;
  children: ReactNode;
}

function CitationMark({ citation, withState, onOpen, children }: MarkProps) {
  const { words } = useStrings();
  const bad = withState && citation.state !== 'ok';
  if (citation.resolved === null && !withState) return <span>{children}</span>;
  return (
    // A link, not a button: a button does not break over two lines, and citations are long.
    <a
      href={`#${citation.resolved?.provisionId ?? ''}`}
      aria-haspopup="dialog"
      data-testid="citation"
      data-state={citation.state}
      title={bad ? words.citationState[citation.state] : citation.resolved?.citation}
      onClick={(event) => {
        event.preventDefault();
        onOpen();
      }}
      className={classNames(
        'cursor-pointer rounded-sm underline decoration-1 underline-offset-4 transition-colors',
        bad
          ? 'bg-danger-soft text-danger decoration-wavy'
          : 'text-accent decoration-accent/40 hover:bg-accent-soft hover:decoration-accent',
      )}
    >
      {children}
    </a>
  );
}
