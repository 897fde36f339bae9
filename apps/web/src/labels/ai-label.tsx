import { Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';

/** Says of a text that a machine made it and nobody has approved it (《人工智能生成合成内容标识办法》). */
export function AiLabel({ className }: { className?: string }) {
  const { drafting } = useStrings();
  return (
    <p
      data-testid="ai-label"
      title={drafting.labelHint}
      className={classNames('flex items-center gap-1.5 text-[0.8125rem] font-medium text-warn', className)}
    >
      <Sparkles aria-hidden className="size-3.5 shrink-0" />
      {drafting.label}
    </p>
  );
}

/** A text with the label at its head and at its end; as it is where no label is wanted. */
export function AiLabelled({ labelled, children }: { labelled: boolean; children: ReactNode }) {
  if (!labelled) return children;
  return (
    <>
      <AiLabel className="mb-4 shrink-0 border-b border-line pb-2.5" />
      {children}
      <AiLabel className="mt-5 shrink-0 border-t border-line pt-2.5" />
    </>
  );
}
