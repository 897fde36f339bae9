import type { DraftTrace, Mask } from '@lutai/contracts';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../../language/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Nothing } from './step-section.tsx';

/** What stood in for personal data before anything went out; the original only when it is asked for. */
export function MasksStep({ trace }: { trace: DraftTrace }) {
  const { masks: words } = useStrings().drafting;
  if (trace.masks.length === 0) return <Nothing>{trace.calls.length === 0 ? words.notSent : words.nothing}</Nothing>;
  return (
    <ul className="flex flex-col">
      {trace.masks.map((mask) => (
        <MaskRow key={mask.token} mask={mask} />
      ))}
    </ul>
  );
}

function MaskRow({ mask }: { mask: Mask }) {
  const { masks: words } = useStrings().drafting;
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <li data-testid="trace-mask" className="flex items-center gap-2">
      <span className="w-20 shrink-0 text-faint">{mask.kind}</span>
      <span lang="zh-CN" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <code>{mask.token}</code>
        {shown && <span data-testid="trace-original">　{mask.original}</span>}
      </span>
      <span className="tabular shrink-0 text-faint">{words.times(mask.count)}</span>
      <IconButton
        label={`${shown ? words.hide : words.show} ${mask.token}`}
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
