import type { LawDetail } from '@lutai/contracts';
import { useEffect, useMemo, useState } from 'react';
import { today } from '../ui/relative-time.ts';
import { findInLaw } from './find-in-law.ts';
import { LawArticle } from './law-article.tsx';
import { LawDiff } from './law-diff.tsx';
import { LawFind } from './law-find.tsx';
import { LawHead } from './law-head.tsx';
import { LawOutline } from './law-outline.tsx';
import { groupHeadings, lawOutline } from './outline.ts';
import { anchorOf, goToProvision } from './provision-anchor.ts';
import { inOrder, timelineOf } from './timeline-view.ts';

interface LawReaderProps {
  detail: LawDetail;
  /** The provision to open at, by its id. */
  provisionId: string | undefined;
  /** The version to compare the one shown with. */
  compare: string | undefined;
  onVersion: (versionId: string) => void;
  onCompare: (versionId: string | undefined) => void;
}

/** One text of a law: its outline beside it, a search within it, and a link to every article. */
export function LawReader({ detail, provisionId, compare, onVersion, onCompare }: LawReaderProps) {
  const { provisions } = detail;
  const outline = useMemo(() => lawOutline(provisions), [provisions]);
  const headings = useMemo(() => groupHeadings(outline), [outline]);
  const pair = useMemo(
    () => (compare === undefined ? null : inOrder(timelineOf(detail, today()), detail.version.id, compare)),
    [detail, compare],
  );
  const [words, setWords] = useState('');
  const [foundId, setFoundId] = useState<string | null>(null);
  const currentId = foundId ?? provisionId;
  const found = useMemo(() => findInLaw(provisions, words), [provisions, words]);
  const marked = useMemo(() => new Set(found), [found]);
  const shownWords = useMemo(() => words.trim().split(/\s+/).filter(Boolean), [words]);

  useEffect(() => {
    if (provisionId) goToProvision(provisionId);
  }, [provisionId]);

  return (
    <div className={pair ? 'mx-auto max-w-4xl' : 'grid gap-10 lg:grid-cols-[15rem_minmax(0,1fr)]'}>
      {!pair && <LawOutline entries={outline} />}
      <div className="min-w-0">
        <LawHead detail={detail} compare={compare} onVersion={onVersion} onCompare={onCompare} />
        {pair ? (
          <LawDiff key={`${pair.from}|${pair.to}`} lawId={detail.law.id} from={pair.from} to={pair.to} />
        ) : (
          <>
            <LawFind words={words} onWords={setWords} found={found} onGo={setFoundId} />
            {detail.preamble.trim() !== '' && (
              <p
                lang="zh-CN"
                className="mb-6 whitespace-pre-wrap rounded-xl bg-sunken px-5 py-4 text-sm leading-7 text-soft"
              >
                {detail.preamble.trim()}
              </p>
            )}
            <div lang="zh-CN">
              {provisions.map((provision) => (
                <section
                  key={provision.id}
                  id={anchorOf(provision.id)}
                  className="scroll-mt-32 [content-visibility:auto] [contain-intrinsic-size:auto_8rem]"
                >
                  {headings.get(provision.id)?.map((heading) => (
                    <h2
                      key={`${heading.depth}:${heading.title}`}
                      className={
                        heading.depth === 0 ? 'pt-8 pb-3 text-lg font-semibold' : 'pt-4 pb-2 font-semibold text-soft'
                      }
                    >
                      {heading.title}
                    </h2>
                  ))}
                  <LawArticle
                    provision={provision}
                    law={detail.law.title}
                    words={marked.has(provision.id) ? shownWords : null}
                    current={provision.id === currentId}
                  />
                </section>
              ))}
            </div>
          </>
        )}
      </div>
    </div>
  );
}
