import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface StepSectionProps {
  number: number;
  title: string;
  /** The step in a few words, at the end of its head. */
  summary?: string;
  /** Something in it failed. */
  bad?: boolean;
  testId: string;
  children: ReactNode;
}

/** One step of the drafting; its head stays when it is folded. */
export function StepSection({ number, title, summary, bad = false, testId, children }: StepSectionProps) {
  return (
    <li data-testid={testId}>
      <details open className="group">
        <summary className="flex list-none items-baseline gap-2.5 rounded-lg py-2 [&::-webkit-details-marker]:hidden">
          <span
            aria-hidden
            className="tabular inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
          >
            {number}
          </span>
          <span className="shrink-0 font-semibold">{title}</span>
          <span className={`ml-auto text-right text-[0.8125rem] ${bad ? 'text-danger' : 'text-faint'}`}>{summary}</span>
          <ChevronDown
            aria-hidden
            className="size-4 shrink-0 -rotate-90 self-center text-faint transition-transform group-open:rotate-0"
          />
        </summary>
        <div className="ml-2.5 border-l border-line pb-4 pl-5 text-sm leading-6 group-[:not([open])]:hidden">
          {children}
        </div>
      </details>
    </li>
  );
}

/** What there is none of. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-faint">{children}</p>;
}

/** A long tail, folded. */
export function Folded({ label, children, testId }: { label: string; children: ReactNode; testId?: string }) {
  return (
    <details data-testid={testId} className="mt-2">
      <summary className="rounded text-soft marker:text-faint hover:text-ink">{label}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
