import type { DraftTrace, TraceHit } from '@lutai/contracts';
import { Check } from 'lucide-react';
import { useStrings } from '../../language/language.tsx';
import { ProvisionButton } from './provision-button.tsx';
import { Folded, Nothing } from './step-section.tsx';
import { splitHits } from './trace-view.ts';

/** The topics that the question was taken for, and the provisions that were found, those that the text rests on first. */
export function HitsStep({ trace }: { trace: DraftTrace }) {
  const { hits: words } = useStrings().drafting;
  const { used, unused } = splitHits(trace.hits);
  return (
    <div className="flex flex-col gap-3">
      <section>
        <h3 className="font-medium">{words.topics}</h3>
        {trace.topics.length === 0 && <Nothing>{words.noTopics}</Nothing>}
        <ul className="mt-1 flex flex-col gap-1.5">
          {trace.topics.map(({ id, name, why }) => (
            <li key={id} lang="zh-CN" data-testid="trace-topic">
              {name}
              <p className="text-faint">{why}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="font-medium">{words.provisions}</h3>
        {trace.hits.length === 0 && <Nothing>{words.nothing}</Nothing>}
        <HitList hits={used} />
        {unused.length > 0 && (
          <Folded label={words.unused(unused.length)} testId="trace-unused">
            <HitList hits={unused} />
          </Folded>
        )}
      </section>
    </div>
  );
}

function HitList({ hits }: { hits: readonly TraceHit[] }) {
  const { hits: words } = useStrings().drafting;
  return (
    <ul className="mt-1 flex flex-col gap-1.5">
      {hits.map((hit) => (
        <li key={hit.provisionId} data-testid="trace-hit" data-used={hit.used} className="flex items-start gap-2">
          <span className="min-w-0 flex-1">
            <ProvisionButton citation={hit.citation} />
          </span>
          <span className="flex shrink-0 items-center gap-2 text-[0.8125rem] text-faint">
            {words.from[hit.from]}
            {hit.score > 0 && (
              <span className="tabular" title={words.score}>
                {hit.score.toFixed(1)}
              </span>
            )}
            {hit.used && <Check aria-label={words.used} className="size-4 text-ok" />}
          </span>
        </li>
      ))}
    </ul>
  );
}
