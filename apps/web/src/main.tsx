import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { applyTheme, readTheme } from './theme/theme.ts';
import './styles.css';

// Without this zod compiles parsers with `new Function`, which a strict content security policy reports.
z.config({ jitless: true });
applyTheme(readTheme());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
