import type { DraftTrace } from '@lutai/contracts';
import { Route as RouteIcon } from 'lucide-react';
import { useCallback, useState } from 'react';
import { ProvisionDetailView, type ProvisionTarget } from '../../citations/provision-detail-view.tsx';
import { AiLabel } from '../../labels/ai-label.tsx';
import { isUnapproved } from '../../labels/is-unapproved.ts';
import { useStrings } from '../../language/language.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Empty } from '../../ui/states.tsx';
import type { Workspace } from '../draft-workspace.tsx';
import { CallsStep } from './calls-step.tsx';
import { ChecksStep } from './checks-step.tsx';
import { ClaimsStep } from './claims-step.tsx';
import { FactsStep } from './facts-step.tsx';
import { findProvision } from './find-provision.ts';
import { HitsStep } from './hits-step.tsx';
import { MasksStep } from './masks-step.tsx';
import { OpenProvisionContext } from './provision-button.tsx';
import { RepairStep } from './repair-step.tsx';
import { StepSection } from './step-section.tsx';
import { TimesStep } from './times-step.tsx';
import { checkRounds, duration, mendings, splitClaims, splitHits } from './trace-view.ts';

/** Every step by which the draft came to be, in order. */
export function ProcessTab({ workspace }: { workspace: Workspace }) {
  const { drafting } = useStrings();
  const { draft, revision } = workspace;
  const [opened, setOpened] = useState<{ citation: string; target: ProvisionTarget } | null>(null);
  const open = useCallback(
    (citation: string) => {
      const target = findProvision(draft, revision, citation);
      return target === null ? null : () => setOpened({ citation, target });
    },
    [draft, revision],
  );
  if (draft.trace === null) {
    return (
      <Empty icon={<RouteIcon aria-hidden />} title={drafting.none}>
        {drafting.noneBody}
      </Empty>
    );
  }
  return (
    <OpenProvisionContext value={open}>
      <div data-testid="process">
        <h2 className="font-semibold">{drafting.title}</h2>
        <p className="text-sm leading-6 text-soft">{drafting.lead}</p>
        {isUnapproved(draft) && <AiLabel className="mt-2" />}
        <Steps trace={draft.trace} />
      </div>
      <Modal
        open={opened !== null}
        onOpenChange={(next) => !next && setOpened(null)}
        title={opened?.citation}
        shape="side"
        testId="provision-sheet"
      >
        {opened && <ProvisionDetailView target={opened.target} />}
      </Modal>
    </OpenProvisionContext>
  );
}

function Steps({ trace }: { trace: DraftTrace }) {
  const { drafting } = useStrings();
  const { facts, masks, hits, claims, checks, repair, calls, stepMs } = trace;
  const said = facts.elements.filter(({ state }) => state === 'said').length;
  const missing = facts.elements.length - said;
  const { kept, dropped } = splitClaims(claims);
  const lastRound = checkRounds(checks).at(-1);
  const total = Object.values(stepMs).reduce((sum, ms) => sum + ms, 0);
  const { steps } = drafting;
  return (
    <ol className="mt-3 flex flex-col">
      <StepSection
        number={1}
        title={steps.facts}
        testId="step-facts"
        summary={facts.elements.length > 0 ? drafting.facts.elements(said, missing) : drafting.facts.noElements}
      >
        <FactsStep trace={trace} />
      </StepSection>
      <StepSection number={2} title={steps.masks} testId="step-masks" summary={drafting.masks.count(masks.length)}>
        <MasksStep trace={trace} />
      </StepSection>
      <StepSection
        number={3}
        title={steps.hits}
        testId="step-hits"
        summary={drafting.hits.summary(hits.length, splitHits(hits).used.length)}
      >
        <HitsStep trace={trace} />
      </StepSection>
      <StepSection
        number={4}
        title={steps.claims}
        testId="step-claims"
        summary={drafting.claims.summary(kept.length, dropped.length)}
      >
        <ClaimsStep trace={trace} />
      </StepSection>
      <StepSection
        number={5}
        title={steps.checks}
        testId="step-checks"
        bad={lastRound !== undefined && lastRound.failedCount > 0}
        {...(lastRound
          ? { summary: drafting.checks.summary(lastRound.failedCount, lastRound.failedCount + lastRound.passedCount) }
          : {})}
      >
        <ChecksStep trace={trace} />
      </StepSection>
      <StepSection
        number={6}
        title={steps.repair}
        testId="step-repair"
        {...(repair
          ? { summary: `${drafting.repair.by[repair.by]}　${drafting.repair.summary(mendings(repair).length)}` }
          : {})}
      >
        <RepairStep repair={repair} />
      </StepSection>
      <StepSection number={7} title={steps.calls} testId="step-calls" summary={drafting.calls.summary(calls.length)}>
        <CallsStep calls={calls} />
      </StepSection>
      <StepSection number={8} title={steps.times} testId="step-times" summary={duration(total)}>
        <TimesStep stepMs={stepMs} />
      </StepSection>
    </ol>
  );
}
