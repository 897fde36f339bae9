import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCitations, parseLaw } from '@lutai/law';
import { expect, it } from 'vitest';
import { loadTemplates } from './load-templates.ts';
import type { Template } from './template-schema.ts';

const corpus = fileURLToPath(new URL('../../../../corpus', import.meta.url));
const templates = await loadTemplates(path.join(corpus, 'templates'));
const held = new Set(
  readdirSync(path.join(corpus, 'laws'))
    .filter((name) => name.endsWith('.md'))
    .map((file) => parseLaw(readFileSync(path.join(corpus, 'laws', file), 'utf8'), { file }))
    .flatMap(({ title, provisions }) => provisions.map(({ article }) => `《${title}》${article}`)),
);
const ownWords = ({ body, notice, rules }: Template): string[] => [
  ...body.flatMap((block) => ('text' in block ? block.text.map(({ text }) => text) : [])),
  ...notice,
  ...rules.map(({ provision }) => provision ?? ''),
];

it.each(templates.map((template) => ({ id: template.id, template })))(
  '$id cites provisions that the starter corpus holds',
  ({ template }) => {
    const cited = findCitations(ownWords(template).join('\n')).filter(({ kind }) => kind === 'provision');
    const named = new Set([...template.provisions, ...cited.map(({ raw }) => raw)]);
    expect([...named].filter((citation) => !held.has(citation))).toEqual([]);
  },
);
