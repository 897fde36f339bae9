// Runs before anything else, from a file because inline scripts are refused.

// zod would compile its parsers with `new Function`, which the content security policy refuses and reports. It looks at
// this when schemas are made, which is before any statement of ours in a module.
globalThis.__zod_globalConfig = { jitless: true };

// The theme, before the first paint: otherwise a dark page begins with a flash of white.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('lutai.theme');
  } catch {
    // Site data is blocked: the machine's setting holds.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
