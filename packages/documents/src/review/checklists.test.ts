import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLaw } from '@lutai/law';
import { describe, expect, it } from 'vitest';
import { canonicalCitations } from './canonical-citations.ts';
import { loadChecklists } from './load-checklists.ts';

const repository = join(import.meta.dirname, '../../../..');
const folder = join(repository, 'corpus/checklists');
const laws = join(repository, '../shared/corpus/laws');
const checklists = await loadChecklists(folder);

describe('the checklists', () => {
  it('has at least twenty-five checks for each type and fifteen for all', () => {
    const counts = Object.fromEntries(
      checklists.map(({ type, checks }) => [type, checks.filter(({ learnt }) => !learnt).length]),
    );
    for (const type of ['lease', 'loan', 'employment', 'sale', 'service'])
      expect(counts[type]).toBeGreaterThanOrEqual(25);
    expect(counts.common).toBeGreaterThanOrEqual(15);
  });

  it.each(checklists.flatMap(({ checks }) => checks.map((check) => [check.id, check] as const)))(
    '%s says why with a citation and what to write instead',
    (_, check) => {
      expect(canonicalCitations(check.why).length).toBeGreaterThan(0);
      expect(check.suggestion.text === '').toBe(check.suggestion.action === 'delete');
      expect(check.kind === 'missing').toBe(check.present.length > 0);
    },
  );

  it('replaces only checks that are there', () => {
    const ids = new Set(checklists.flatMap(({ checks }) => checks.map(({ id }) => id)));
    const unknown = checklists
      .flatMap(({ checks }) => checks.flatMap(({ instead }) => instead))
      .filter((id) => !ids.has(id));
    expect(unknown).toEqual([]);
  });

  it('gives each check of words a theme that a learnt check of its own list or of the common one stands for', () => {
    const themesOf = (name: string) =>
      checklists.flatMap(({ type, checks }) =>
        type === name ? checks.filter(({ learnt }) => learnt).map(({ id }) => id) : [],
      );
    const common = themesOf('common');
    const astray = checklists.flatMap(({ type, checks }) => {
      const known = new Set<string | undefined>([...themesOf(type), ...common]);
      return checks.filter(({ find, theme }) => (find.length > 0 ? !known.has(theme) : theme !== undefined));
    });
    expect(astray.map(({ id, theme }) => [id, theme])).toEqual([]);
  });

  it('says of each theme that it was only read, and how surely', () => {
    const themes = checklists.flatMap(({ checks }) => checks.filter(({ learnt }) => learnt));
    expect(themes.filter(({ why }) => !/^读起来像是[^。]+的约定（\{note\}，请人核对）。/u.test(why))).toEqual([]);
  });

  it('cites only what the starter corpus holds, so that every reason can be opened on a fresh desk', () => {
    const starter = join(repository, 'corpus/laws');
    const held = new Set(
      readdirSync(starter)
        .filter((name) => name.endsWith('.md'))
        .map((file) => parseLaw(readFileSync(join(starter, file), 'utf8'), { file }))
        .flatMap(({ title, provisions }) => provisions.map(({ article }) => `《${title}》${article}`)),
    );
    const cited = checklists.flatMap(({ checks }) => checks.flatMap(({ why }) => canonicalCitations(why)));
    expect([...new Set(cited)].filter((citation) => !held.has(citation))).toEqual([]);
  });

  it.skipIf(!existsSync(laws))('cites only what the collection of laws has (skipped without ../shared)', () => {
    const known = articlesOf(laws);
    const cited = checklists.flatMap(({ checks }) => checks.flatMap(({ why }) => canonicalCitations(why)));
    expect([...new Set(cited)].filter((citation) => !known.has(citation))).toEqual([]);
  });
});

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
