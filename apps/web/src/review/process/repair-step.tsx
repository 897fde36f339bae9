import type { TraceRepair } from '@lutai/contracts';
import { useStrings } from '../../language/language.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Nothing } from './step-section.tsx';
import { type Mending, mendings } from './trace-view.ts';

const tones: Record<Mending['came'], Tone> = { mended: 'ok', dropped: 'neutral', left: 'danger' };

/** The one repair round: what failed, and what came of each. */
export function RepairStep({ repair }: { repair: TraceRepair | null }) {
  const { repair: words } = useStrings().drafting;
  if (repair === null) return <Nothing>{words.nothing}</Nothing>;
  return (
    <ul className="flex flex-col gap-2">
      {mendings(repair).map(({ text, came }) => (
        <li key={text} data-testid="trace-mending" data-came={came} className="flex items-start gap-2">
          <span lang="zh-CN" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {came === 'dropped' ? <del className="text-faint">{text}</del> : text}
          </span>
          <Badge tone={tones[came]}>{words.came[came]}</Badge>
        </li>
      ))}
    </ul>
  );
}
