import type { SearchHit } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { firstSentences } from './first-sentences.ts';

/** Of the draft's laws: which version applied then, which applies now and what decides; and what came later. */
export function LawThenAndNow({ provisions }: { provisions: readonly SearchHit[] }) {
  const { lawTime } = useStrings();
  const words = provisions.flatMap(({ applicability, laterRevision }) => [applicability ?? '', laterRevision ?? '']);
  const notes = [...new Set(words)].filter((note) => note !== '');
  if (notes.length === 0) return null;
  return (
    <section aria-label={lawTime.basis.title} data-testid="law-then-and-now" className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{lawTime.basis.title}</h2>
      <ul lang="zh-CN" className="flex flex-col gap-2.5">
        {notes.map((note) => (
          <li key={note} className="border-l-2 border-warn/50 pl-3 text-sm leading-6 text-soft">
            <Note {...firstSentences(note, 2)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ first, rest }: { first: string; rest: string }) {
  if (rest === '') return first;
  return (
    <details>
      <summary className="marker:text-faint">{first}</summary>
      <p className="mt-1">{rest}</p>
    </details>
  );
}
