import type { TraceCall } from '@lutai/contracts';
import { useStrings } from '../../language/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Nothing } from './step-section.tsx';
import { callTotals, duration, yuan } from './trace-view.ts';

const count = (tokens: number) => tokens.toLocaleString('en-US');

/** Each call of a language model with what it took, and all together. */
export function CallsStep({ calls }: { calls: readonly TraceCall[] }) {
  const { calls: words } = useStrings().drafting;
  if (calls.length === 0) return <Nothing>{words.nothing}</Nothing>;
  const total = callTotals(calls);
  return (
    <>
      <ol className="flex flex-col gap-3">
        {calls.map((call, index) => (
          // Two calls may be alike in everything; their order is all that tells them apart.
          <CallItem key={`${index}:${call.step}`} call={call} />
        ))}
      </ol>
      <p data-testid="trace-total" className="tabular mt-3 border-t border-line pt-2">
        <span className="font-medium">{words.total}　</span>
        {[
          words.tokens(count(total.inputTokens), count(total.outputTokens)),
          total.costYuan === null ? words.noPrice : words.cost(yuan(total.costYuan)),
          duration(total.ms),
          ...(total.failed > 0 ? [words.failedCount(total.failed)] : []),
        ].join(' · ')}
      </p>
    </>
  );
}

function CallItem({ call }: { call: TraceCall }) {
  const { calls: words } = useStrings().drafting;
  const { step, model, promptVersion, inputTokens, outputTokens, costYuan, ms, attempts, kept, failure } = call;
  return (
    <li data-testid="trace-call">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{words.step[step] ?? step}</span>
        <Badge tone={failure === null ? 'ok' : 'danger'}>{failure === null ? words.ok : words.failed}</Badge>
        {kept && <Badge>{words.kept}</Badge>}
      </p>
      <p className="text-faint [overflow-wrap:anywhere]">{[model, promptVersion].filter(Boolean).join(' · ')}</p>
      <p className="tabular text-soft">
        {[
          words.tokens(count(inputTokens), count(outputTokens)),
          costYuan === null ? words.noPrice : words.cost(yuan(costYuan)),
          duration(ms),
          words.attempts(attempts),
        ].join(' · ')}
      </p>
      {failure !== null && (
        <p lang="zh-CN" className="text-danger [overflow-wrap:anywhere]">
          {failure}
        </p>
      )}
    </li>
  );
}
