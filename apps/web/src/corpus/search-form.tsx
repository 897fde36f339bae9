import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlBase, controlClass } from '../ui/field.tsx';

interface SearchFormProps {
  q: string;
  asOf: string;
  busy: boolean;
  onSearch: (search: { q?: string; asOf?: string }) => void;
}

export function SearchForm({ q, asOf, busy, onSearch }: SearchFormProps) {
  const { corpus } = useStrings();
  const [text, setText] = useState(q);
  const [day, setDay] = useState(asOf);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words !== '') onSearch({ q: words, ...(day ? { asOf: day } : {}) });
  };
  return (
    <search>
      <form onSubmit={submit} className="flex flex-col gap-3 sm:flex-row">
        <div className="relative flex-1">
          <Search aria-hidden className="pointer-events-none absolute top-3.5 left-4 size-5 text-faint" />
          <input
            data-search
            data-testid="search-text"
            type="search"
            aria-label={corpus.search.label}
            placeholder={corpus.search.placeholder}
            // biome-ignore lint/a11y/noAutofocus: the page has this one purpose
            autoFocus={q === ''}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} h-12 rounded-xl pl-12 text-base`}
          />
        </div>
        <div className="flex gap-3">
          <input
            data-testid="search-as-of"
            type="date"
            aria-label={corpus.search.asOf}
            title={`${corpus.search.asOf}：${corpus.search.asOfHint}`}
            value={day}
            onChange={(event) => setDay(event.target.value)}
            className={`${controlBase} h-12 min-w-0 flex-1 rounded-xl sm:w-40 sm:flex-none ${day === '' ? 'text-faint' : ''}`}
          />
          <Button type="submit" variant="primary" size="lg" busy={busy} data-testid="search-submit">
            {corpus.search.submit}
          </Button>
        </div>
      </form>
    </search>
  );
}
