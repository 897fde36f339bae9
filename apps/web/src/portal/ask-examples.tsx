import { useStrings } from '../language/language.tsx';

/** Three questions as people ask them; one click puts it in the box, to be rewritten. */
export function AskExamples({ onChoose }: { onChoose: (text: string) => void }) {
  const { ask } = useStrings().portal;
  return (
    <section className="mt-4">
      <h2 className="mb-2 text-sm text-faint">{ask.examplesTitle}</h2>
      <ul className="grid gap-2 sm:grid-cols-3">
        {ask.examples.map((example) => (
          <li key={example.title}>
            <button
              type="button"
              data-testid="ask-example"
              onClick={() => onChoose(example.text)}
              className="h-full w-full rounded-xl border border-line px-4 py-3 text-left transition-colors hover:border-line-strong hover:bg-surface"
            >
              <span className="font-medium">{example.title}</span>
              <span className="mt-1 line-clamp-2 text-sm leading-6 text-faint">{example.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
