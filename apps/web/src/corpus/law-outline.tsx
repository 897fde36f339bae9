import { useStrings } from '../language/language.tsx';
import type { OutlineEntry } from './outline.ts';
import { goToProvision } from './provision-anchor.ts';

/** The headings, always in view on wide screens, folded away on narrow ones. */
export function LawOutline({ entries }: { entries: OutlineEntry[] }) {
  const { corpus } = useStrings();
  if (entries.length === 0) return <div className="hidden lg:block" />;
  const list = (
    <ol lang="zh-CN" className="flex flex-col text-sm">
      {entries.map((entry) => (
        <li key={`${entry.provisionId}:${entry.depth}`}>
          <button
            type="button"
            onClick={() => goToProvision(entry.provisionId)}
            style={{ paddingLeft: `${0.5 + entry.depth * 0.875}rem` }}
            className={`w-full rounded-md py-1 pr-2 text-left leading-6 hover:bg-sunken hover:text-ink pointer-coarse:py-2 ${entry.depth === 0 ? 'text-ink' : 'text-soft'}`}
          >
            {entry.title}
          </button>
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label={corpus.law.outline}>
      <details className="panel px-4 py-3 lg:hidden">
        <summary className="font-medium marker:text-faint">{corpus.law.outline}</summary>
        <div className="mt-2 max-h-72 overflow-y-auto">{list}</div>
      </details>
      <div className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] overflow-y-auto pb-8 lg:block">
        <p className="mb-2 px-2 text-[0.8125rem] text-faint">{corpus.law.outline}</p>
        {list}
      </div>
    </nav>
  );
}
