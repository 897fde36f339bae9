import type { DraftTrace } from '@lutai/contracts';
import { CircleCheck, CircleX } from 'lucide-react';
import { useStrings } from '../../language/language.tsx';
import { Folded, Nothing } from './step-section.tsx';
import { checkRounds, type TalliedCheck } from './trace-view.ts';

/** What was checked, round by round: what failed, then what passed, folded. */
export function ChecksStep({ trace }: { trace: DraftTrace }) {
  const { checks: words } = useStrings().drafting;
  const rounds = checkRounds(trace.checks);
  if (rounds.length === 0) return <Nothing>{words.nothing}</Nothing>;
  return (
    <div className="flex flex-col gap-4">
      {rounds.map(({ round, failed, passed, passedCount }) => (
        <section key={round} data-testid="trace-round">
          {rounds.length > 1 && <h3 className="mb-1 font-medium">{words.round[round]}</h3>}
          {failed.length === 0 ? <Nothing>{words.noneFailed}</Nothing> : <CheckList checks={failed} />}
          {passed.length > 0 && (
            <Folded label={words.passed(passedCount)} testId="trace-passed">
              <CheckList checks={passed} />
            </Folded>
          )}
        </section>
      ))}
    </div>
  );
}

function CheckList({ checks }: { checks: readonly TalliedCheck[] }) {
  const { checks: words } = useStrings().drafting;
  return (
    <ul className="flex flex-col gap-2">
      {checks.map(({ kind, subject, ok, why, count }) => (
        <li key={`${kind}:${subject}:${why}`} data-testid="trace-check" data-ok={ok} className="flex gap-2">
          {ok ? (
            <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-ok" />
          ) : (
            <CircleX aria-hidden className="mt-1 size-4 shrink-0 text-danger" />
          )}
          <div className="min-w-0 flex-1">
            <p lang="zh-CN" className="[overflow-wrap:anywhere]">
              <span className="text-faint">{words.kind[kind]}　</span>
              {subject}
              {count > 1 && <span className="tabular text-faint"> ×{count}</span>}
            </p>
            {why !== '' && (
              <p lang="zh-CN" className={ok ? 'text-faint' : 'text-danger'}>
                {why}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
