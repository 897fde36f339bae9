/** `system` follows the machine; the other two are the reader's own choice, kept in this browser. */
export type Theme = 'system' | 'light' | 'dark';
const key = 'lutai.theme';
const dark = '(prefers-color-scheme: dark)';

export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia(dark).matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that keeps nothing (private mode) still shows the theme until it is closed.
  }
  applyTheme(theme);
}

/** Follows the machine's setting while the theme is `system`; returns how to stop. */
export function followSystemTheme(): () => void {
  const query = matchMedia(dark);
  const apply = () => applyTheme(readTheme());
  query.addEventListener('change', apply);
  return () => query.removeEventListener('change', apply);
}
