import type { DraftTrace, Support, TraceClaim } from '@lutai/contracts';
import { useStrings } from '../../language/language.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { ProvisionButton } from './provision-button.tsx';
import { Nothing } from './step-section.tsx';
import { splitClaims } from './trace-view.ts';

const supportTones: Record<Support, Tone> = {
  supported: 'ok',
  doubtful: 'warn',
  contradicted: 'danger',
  'none-claimed': 'neutral',
};

/** What the draft asserts, each with the words of the law that it rests on; what was dropped is struck through. */
export function ClaimsStep({ trace }: { trace: DraftTrace }) {
  const { claims: words } = useStrings().drafting;
  const { kept, dropped } = splitClaims(trace.claims);
  if (trace.claims.length === 0) return <Nothing>{words.nothing}</Nothing>;
  return (
    <div className="flex flex-col gap-4">
      {kept.length > 0 && (
        <ol className="flex flex-col gap-4">
          {kept.map((claim) => (
            <ClaimItem key={claim.id} claim={claim} />
          ))}
        </ol>
      )}
      {dropped.length > 0 && (
        <section>
          <h3 className="mb-2 font-medium text-danger">{words.dropped}</h3>
          <ol className="flex flex-col gap-4">
            {dropped.map((claim) => (
              <ClaimItem key={claim.id} claim={claim} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function ClaimItem({ claim }: { claim: TraceClaim }) {
  const { drafting, words } = useStrings();
  const { part, text, provisions, support, reasons, kept } = claim;
  return (
    <li data-testid="trace-claim" data-kept={kept} className="flex flex-col gap-1.5">
      <span className="flex flex-wrap gap-1.5">
        <Badge>{drafting.claims.part[part]}</Badge>
        <Badge tone={supportTones[support]}>{words.support[support]}</Badge>
      </span>
      <p lang="zh-CN" className="[overflow-wrap:anywhere]">
        {kept ? text : <del className="text-faint">{text}</del>}
      </p>
      {reasons.map((reason) => (
        <p key={reason} lang="zh-CN" className="text-warn">
          {reason}
        </p>
      ))}
      {provisions.length === 0 ? (
        <Nothing>{drafting.claims.noBasis}</Nothing>
      ) : (
        <ul className="flex flex-col gap-1 border-l-2 border-line pl-2.5 text-[0.8125rem]">
          {provisions.map(({ citation, words: verbatim }) => (
            <li key={citation}>
              <ProvisionButton citation={citation} />
              {verbatim !== null && (
                <q lang="zh-CN" className="block text-soft [quotes:'“'_'”']">
                  {verbatim}
                </q>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
