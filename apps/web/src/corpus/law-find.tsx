import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { IconButton } from '../ui/button.tsx';
import { controlClass } from '../ui/field.tsx';
import { goToProvision } from './provision-anchor.ts';

interface LawFindProps {
  words: string;
  onWords: (words: string) => void;
  /** Ids of the provisions that match, in the order of the text. */
  found: string[];
  /** The one gone to; null while none is. */
  onGo: (provisionId: string | null) => void;
}

/** A search within this law: Enter goes to the next place, Shift+Enter to the one before. */
export function LawFind({ words, onWords, found, onGo }: LawFindProps) {
  const { corpus } = useStrings();
  const [at, setAt] = useState(-1);
  const go = (by: 1 | -1) => {
    if (found.length === 0) return;
    const next = at === -1 ? (by === 1 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
    setAt(next);
    const id = found[next];
    if (id === undefined) return;
    onGo(id);
    goToProvision(id);
  };
  return (
    <div className="sticky top-0 z-10 -mx-2 mb-4 flex items-center gap-1 bg-canvas px-2 py-3">
      <div className="relative flex-1">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-faint" />
        <input
          data-search
          data-testid="law-find"
          type="search"
          aria-label={corpus.law.find}
          placeholder={corpus.law.find}
          value={words}
          onChange={(event) => {
            setAt(-1);
            onGo(null);
            onWords(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          }}
          className={`${controlClass} h-10 pl-9`}
        />
      </div>
      <span aria-live="polite" className="tabular min-w-20 text-center text-sm text-faint">
        {words.trim() !== '' &&
          (found.length === 0 ? corpus.law.notFound : corpus.law.found(at === -1 ? 0 : at + 1, found.length))}
      </span>
      <IconButton label={corpus.law.previous} disabled={found.length === 0} onClick={() => go(-1)}>
        <ChevronUp aria-hidden className="size-5" />
      </IconButton>
      <IconButton label={corpus.law.next} disabled={found.length === 0} onClick={() => go(1)}>
        <ChevronDown aria-hidden className="size-5" />
      </IconButton>
    </div>
  );
}
