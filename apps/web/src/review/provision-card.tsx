import type { SearchHit } from '@lutai/contracts';
import { BookOpen, Check, CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import { forceOn } from '../citations/effective-dates.ts';
import { ForceBadge } from '../citations/force-badge.tsx';
import { ProvisionDetailView } from '../citations/provision-detail-view.tsx';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { today } from '../ui/relative-time.ts';

interface ProvisionCardProps {
  hit: SearchHit;
  /** The draft cites it already. */
  cited: boolean;
  /** The day whose law counts for this draft. */
  day?: string;
  onInsert: ((citation: string) => void) | null;
}

export function ProvisionCard({ hit, cited, day, onInsert }: ProvisionCardProps) {
  const { review, lawTime } = useStrings();
  const [open, setOpen] = useState(false);
  const inForce = forceOn(hit, day ?? today()) === 'in-force';
  return (
    <article data-testid="provision-card" className="panel p-3.5">
      <header className="flex items-start gap-2">
        <h3 lang="zh-CN" className="min-w-0 flex-1 text-sm font-medium leading-6">
          {hit.citation}
        </h3>
        {cited && <Check aria-label={review.basis.inserted} className="mt-1 size-4 shrink-0 text-ok" />}
        {!inForce && <ForceBadge {...hit} {...(day ? { day } : {})} />}
      </header>
      {hit.laterRevision && (
        <p className="mt-1 text-[0.8125rem] text-warn" title={hit.laterRevision}>
          {lawTime.basis.later}
        </p>
      )}
      <p lang="zh-CN" className="mt-1 line-clamp-3 text-sm leading-6 text-soft">
        {hit.text}
      </p>
      <div className="mt-2 flex gap-1">
        <Button
          size="sm"
          variant="ghost"
          icon={<BookOpen aria-hidden className="size-4" />}
          onClick={() => setOpen(true)}
        >
          {review.basis.open}
        </Button>
        {onInsert && (
          <Button
            size="sm"
            variant="ghost"
            icon={<CornerDownLeft aria-hidden className="size-4" />}
            onClick={() => onInsert(hit.citation)}
            data-testid="insert-citation"
          >
            {review.basis.insert}
          </Button>
        )}
      </div>
      <Modal open={open} onOpenChange={setOpen} title={hit.citation} shape="side" testId="provision-sheet">
        <ProvisionDetailView target={hit} />
      </Modal>
    </article>
  );
}
