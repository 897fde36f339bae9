import { Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';

/** Says of a text that a machine made it and nobody has approved it (《人工智能生成合成内容标识办法》). */
export function AiLabel({ className, text }: { className?: string; text?: string }) {
  const { drafting } = useStrings();
  return (
    <p
      data-testid="ai-label"
      title={drafting.labelHint}
      className={classNames('flex items-center gap-1.5 text-[0.8125rem] font-medium text-warn', className)}
    >
      <Sparkles aria-hidden className="size-3.5 shrink-0" />
      {text ?? drafting.label}
    </p>
  );
}

interface AiLabelledProps {
  labelled: boolean;
  /** Without rules, where there is little room. */
  compact?: boolean;
  children: ReactNode;
}

/** A text with the label at its head and at its end; as it is where no label is wanted. */
export function AiLabelled({ labelled, compact = false, children }: AiLabelledProps) {
  if (!labelled) return children;
  return (
    <>
      <AiLabel className={classNames('shrink-0', compact ? 'mb-2' : 'mb-4 border-b border-line pb-2.5')} />
      {children}
      <AiLabel className={classNames('shrink-0', compact ? 'mt-2' : 'mt-5 border-t border-line pt-2.5')} />
    </>
  );
}
