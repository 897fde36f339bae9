import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { Modal } from '../ui/modal.tsx';
import { openShortcutsEvent } from './open-shortcuts.ts';
import { useKeys } from './use-keys.ts';

const chordMs = 1200;

/** The keys that work on every page of the desk, and the list of all keys (`?`). */
export function ShortcutsOverlay() {
  const [open, setOpen] = useState(false);
  const { shortcuts } = useStrings();
  const navigate = useNavigate();
  const chordUntil = useRef(0);
  const go = (to: '/desk' | '/corpus' | '/corpus/laws' | '/archive') => () => {
    if (Date.now() > chordUntil.current) return;
    chordUntil.current = 0;
    void navigate({ to });
  };

  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(openShortcutsEvent, show);
    return () => window.removeEventListener(openShortcutsEvent, show);
  }, []);
  useKeys({
    '?': () => setOpen(true),
    g: () => {
      chordUntil.current = Date.now() + chordMs;
    },
    d: go('/desk'),
    s: go('/corpus'),
    l: go('/corpus/laws'),
    a: go('/archive'),
    '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
  });

  const mod = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
  const groups: [string, [string, string[]][]][] = [
    [
      shortcuts.groups.anywhere,
      [
        [shortcuts.help, ['?']],
        [shortcuts.search, ['/']],
        [shortcuts.goDesk, ['g', 'd']],
        [shortcuts.goSearch, ['g', 's']],
        [shortcuts.goLaws, ['g', 'l']],
        [shortcuts.goArchive, ['g', 'a']],
      ],
    ],
    [
      shortcuts.groups.queue,
      [
        [shortcuts.next, ['j']],
        [shortcuts.previous, ['k']],
        [shortcuts.open, ['Enter']],
      ],
    ],
    [
      shortcuts.groups.review,
      [
        [shortcuts.claim, ['c']],
        [shortcuts.save, [mod, 'S']],
        [shortcuts.approve, [mod, 'Enter']],
        [shortcuts.preview, ['Alt', 'P']],
        [shortcuts.tab, ['1…5']],
      ],
    ],
  ];

  return (
    <Modal open={open} onOpenChange={setOpen} title={shortcuts.title} testId="shortcuts">
      <div className="flex flex-col gap-6">
        {groups.map(([name, keys]) => (
          <section key={name}>
            <h3 className="mb-1 text-sm text-faint">{name}</h3>
            <dl>
              {keys.map(([label, combination]) => (
                <div key={label} className="flex items-center justify-between border-b border-line py-2 last:border-0">
                  <dt>{label}</dt>
                  <dd className="flex gap-1">
                    {combination.map((key) => (
                      <kbd
                        key={key}
                        className="min-w-7 rounded-md border border-line bg-sunken px-1.5 py-0.5 text-center text-xs"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
