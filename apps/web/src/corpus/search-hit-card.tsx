import type { SearchHit } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { datesText } from '../citations/effective-dates.ts';
import { ForceBadge } from '../citations/force-badge.tsx';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Highlighted } from './highlighted.tsx';

export function SearchHitCard({ hit, words, asOf }: { hit: SearchHit; words: string[]; asOf: string }) {
  const strings = useStrings();
  return (
    <li data-testid="search-hit" className="panel px-5 py-4">
      <div className="flex items-start gap-2">
        <h2 lang="zh-CN" className="min-w-0 flex-1 leading-7">
          <Link
            to="/corpus/laws/$lawId"
            params={{ lawId: hit.lawId }}
            search={{ version: hit.versionId, provision: hit.provisionId }}
            className="font-semibold text-accent hover:underline"
          >
            {hit.law}　{hit.article}
          </Link>
        </h2>
        <CopyButton text={hit.citation} label={strings.corpus.search.copyCitation} />
      </div>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-faint">
        <Badge>{strings.words.lawLevel[hit.level]}</Badge>
        <ForceBadge {...hit} day={asOf} />
        <span className="tabular">{datesText(hit, strings)}</span>
        {hit.path.length > 0 && <span lang="zh-CN">{hit.path.join(' › ')}</span>}
      </div>
      {hit.laterRevision && (
        <p lang="zh-CN" data-testid="later-revision" className="mt-2 text-[0.8125rem] leading-6 text-warn">
          {hit.laterRevision}
        </p>
      )}
      <p lang="zh-CN" className="mt-2.5 whitespace-pre-wrap leading-7">
        <Highlighted text={hit.text} words={words} />
      </p>
    </li>
  );
}
