import { provisionDetailSchema } from '@lutai/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { request } from '../api/request.ts';
import { useStrings } from '../language/language.tsx';
import { maySee } from '../session/may-see.ts';
import { useMe } from '../session/use-me.ts';
import { Badge } from '../ui/badge.tsx';
import { buttonClass } from '../ui/button.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { datesText } from './effective-dates.ts';
import { ForceBadge } from './force-badge.tsx';
import { ProvisionBody } from './provision-body.tsx';

/** The provision, and what is known of it before it is asked for: everything but the id may be missing. */
export interface ProvisionTarget {
  provisionId: string;
  lawId?: string;
  versionId?: string;
  law?: string;
  article?: string;
  effectiveFrom?: string | null;
  effectiveTo?: string | null;
  text?: string;
}

const provisionOptions = (id: string) =>
  queryOptions({
    queryKey: ['provision', id],
    queryFn: ({ signal }) => request(provisionDetailSchema, `/api/provisions/${encodeURIComponent(id)}`, { signal }),
    staleTime: 10 * 60_000,
  });

/** Law, place, dates and full text of one provision. Where it cannot be fetched, the words that were checked. */
export function ProvisionDetailView({ target }: { target: ProvisionTarget }) {
  const strings = useStrings();
  const { words, corpus } = strings;
  const me = useMe();
  const { data, isPending, isError } = useQuery(provisionOptions(target.provisionId));
  const { article = data?.provision.article ?? '', text = '' } = target;
  const lawId = data?.law.id ?? target.lawId;
  const { effectiveFrom, effectiveTo } = data?.version ?? target;
  const dates = effectiveFrom === undefined || effectiveTo === undefined ? null : { effectiveFrom, effectiveTo };
  return (
    <div lang="zh-CN" className="flex flex-col gap-5">
      <div className="flex flex-col gap-2 text-sm">
        <p className="font-medium">{data?.law.title ?? target.law}</p>
        {data && data.provision.path.length > 0 && <p className="text-soft">{data.provision.path.join(' › ')}</p>}
        <div className="flex flex-wrap items-center gap-2">
          {data && <Badge>{words.lawLevel[data.law.level]}</Badge>}
          {dates && <ForceBadge {...dates} />}
          {dates && <span className="text-faint">{datesText(dates, strings)}</span>}
        </div>
      </div>
      <div data-testid="provision-text" className="rounded-xl bg-sunken px-5 py-4 text-base leading-8">
        <p className="mb-1 font-semibold">{article}</p>
        {isPending && text === '' ? (
          <SkeletonLines lines={3} />
        ) : (
          <ProvisionBody
            text={data?.provision.text ?? text}
            {...(data ? { paragraphs: data.provision.paragraphs } : {})}
          />
        )}
      </div>
      {isError && <p className="text-sm text-faint">{corpus.sheet.failed}</p>}
      {lawId && maySee(me.role, 'corpus') && (
        <Link
          to="/corpus/laws/$lawId"
          params={{ lawId }}
          search={{ version: data?.version.id ?? target.versionId, provision: target.provisionId }}
          className={buttonClass('secondary', 'sm', 'self-start')}
        >
          <ExternalLink aria-hidden className="size-4" />
          {corpus.sheet.openLaw}
        </Link>
      )}
    </div>
  );
}
