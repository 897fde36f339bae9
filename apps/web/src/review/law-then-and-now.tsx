import type { SearchHit } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';

/** Of the draft's laws: which version applied then, which applies now and what decides; and what came later. */
export function LawThenAndNow({ provisions }: { provisions: readonly SearchHit[] }) {
  const { lawTime } = useStrings();
  const sentences = new Set(
    provisions.flatMap(({ applicability, laterRevision }) => [applicability ?? [], laterRevision ?? []].flat()),
  );
  if (sentences.size === 0) return null;
  return (
    <section aria-label={lawTime.basis.title} data-testid="law-then-and-now" className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{lawTime.basis.title}</h2>
      <ul lang="zh-CN" className="flex flex-col gap-2.5">
        {[...sentences].map((sentence) => (
          <li key={sentence} className="border-l-2 border-warn/50 pl-3 text-sm leading-6 text-soft">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
