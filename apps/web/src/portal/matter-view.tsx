import type { MatterDetail } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import type { MatterProgress } from '../events/use-matter-events.ts';
import { FactsDateLine } from '../facts-date/facts-date-line.tsx';
import { clientFactsLine } from '../facts-date/facts-view.ts';
import { useStrings } from '../language/language.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { AnswerCard } from './answer-card.tsx';
import { ClientDocuments } from './client-documents.tsx';
import { FollowUp } from './follow-up.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { QuestionBlock } from './question-block.tsx';
import { RateBox } from './rate-box.tsx';
import { SafetyLine } from './safety-line.tsx';
import { UploadContract } from './upload-contract.tsx';

export function MatterView({ detail, progress }: { detail: MatterDetail; progress: MatterProgress }) {
  const strings = useStrings();
  const { portal, words } = strings;
  const { matter, messages } = detail;
  const waiting = ['received', 'drafting', 'in-review', 'approved'].includes(matter.status);
  const answered = messages.some((message) => message.direction === 'outbound');
  return (
    <article>
      <header className="mb-8">
        <div className="mb-2 flex items-center gap-3">
          <StatusBadge status={matter.status} client />
          <span className="text-sm text-faint">
            {matter.number} · {words.kind[matter.kind]}
          </span>
        </div>
        <h1 className="text-2xl font-semibold leading-snug tracking-tight">{matter.subject}</h1>
        <div className="mt-2">
          <FactsDateLine
            detail={detail}
            text={clientFactsLine(detail, strings)}
            lead={strings.lawTime.facts.clientLead}
            editable={matter.status !== 'archived'}
          />
        </div>
      </header>
      <div className="flex flex-col gap-6">
        <ClientDocuments detail={detail} />
        {messages.map((message) =>
          message.direction === 'inbound' ? (
            <QuestionBlock key={message.id} message={message} />
          ) : (
            <AnswerCard key={message.id} message={message} />
          ),
        )}
        {waiting && <ProgressPanel status={matter.status} progress={progress} />}
        {waiting && <SafetyLine className="-mt-2" />}
        {answered && !waiting && (
          <RateBox matterId={matter.id} rating={detail.rating} open={matter.status !== 'archived'} />
        )}
        {matter.status === 'archived' ? (
          <Notice
            actions={
              <Link to="/ask" className={buttonClass('secondary', 'sm')}>
                {portal.matter.askNew}
              </Link>
            }
          >
            {portal.matter.archived}
          </Notice>
        ) : (
          <>
            <FollowUp matterId={matter.id} pending={waiting} />
            <UploadContract matterId={matter.id} />
          </>
        )}
      </div>
    </article>
  );
}
