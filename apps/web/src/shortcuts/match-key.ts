export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether a press is the combination `combo`: `j`, `?`, `mod+s` (⌘ or Ctrl), `alt+p`. A lone character says itself
 * whether Shift was needed for it.
 */
export function matchKey(press: KeyPress, combo: string): boolean {
  const parts = combo.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const wantsMod = parts.includes('mod');
  const wantsAlt = parts.includes('alt');
  if (wantsMod !== (press.ctrlKey || press.metaKey) || wantsAlt !== press.altKey) return false;
  return press.key.toLowerCase() === key;
}

/** Where letters are being typed, a letter is no command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
