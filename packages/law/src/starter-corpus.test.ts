import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseLaw } from './parse-law.ts';

const folder = join(import.meta.dirname, '../../../corpus/laws');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

it.each(files)('%s: every line that begins an article is read as an article of its own, each once', (file) => {
  const law = parseLaw(readFileSync(join(folder, file), 'utf8'), { file });
  const articles = law.provisions.filter(({ kind }) => kind === 'article').map(({ article }) => article);
  expect(articles).toHaveLength(law.articleLines);
  expect(new Set(articles).size).toBe(articles.length);
  expect(law.provisions).toHaveLength(articles.length);
});
