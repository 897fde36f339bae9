import { useEffect, useRef } from 'react';
import { isTyping, matchKey } from './match-key.ts';

/**
 * Commands by key while the page is shown; `mod+…` and `alt+…` also work while typing. Nothing happens behind a dialog.
 */
export function useKeys(commands: Record<string, () => void>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role="dialog"]')) return;
      const typing = isTyping(event.target);
      for (const [combo, run] of Object.entries(latest.current)) {
        if (!matchKey(event, combo) || (typing && !combo.includes('+'))) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
