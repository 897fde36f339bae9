import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canonicalCitations } from '../citation-text.ts';
import { loadTopics } from './load-topics.ts';

const repository = join(import.meta.dirname, '../../../../..');
const folder = join(repository, 'corpus/catalogue/topics');
const laws = join(repository, '../shared/corpus/laws');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('the catalogue of topics', () => {
  it('is well-formed, and each id is there once', async () => {
    expect((await loadTopics(folder)).length).toBeGreaterThanOrEqual(files.length);
  });

  it.each(files)(
    '%s: whatever decides a topic is cited in its rule or a branch, and asserts with a citation',
    (name) => {
      const { topics } = parse(readFileSync(join(folder, name), 'utf8')) as { topics: Raw[] };
      for (const { id, rule, provisions, elements } of topics) {
        const said = new Set(canonicalCitations(JSON.stringify({ rule, elements })));
        expect({ id, unsaid: provisions.filter((one) => !said.has(one)) }).toEqual({ id, unsaid: [] });
        expect({ id, cites: canonicalCitations(rule).length > 0 }).toEqual({ id, cites: true });
      }
    },
  );

  it.skipIf(!existsSync(laws))('cites only what the collection of laws has (skipped without ../shared)', () => {
    const known = articlesOf(laws);
    for (const name of files) {
      const cited = canonicalCitations(readFileSync(join(folder, name), 'utf8'));
      expect({ name, missing: cited.filter((citation) => !known.has(citation)) }).toEqual({ name, missing: [] });
    }
  });
});

type Raw = { id: string; rule: string; provisions: string[]; elements: unknown[] };

/** Every 《title》第…条 of a folder of law files, read without the parser so that the check stands by itself. */
function articlesOf(root: string): Set<string> {
  const known = new Set<string>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const text = readFileSync(join(root, name), 'utf8');
    const title = /^# (.+)$/mu.exec(text)?.[1]?.trim();
    for (const [, article] of text.matchAll(
      /^\s*(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)/gmu,
    )) {
      if (title !== undefined && article !== undefined) known.add(`《${title}》${article}`);
    }
  }
  return known;
}
