import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas as areaNames } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { loadAreas } from './areas.ts';
import { canonicalCitations } from './citation-text.ts';

const repository = join(import.meta.dirname, '../../../..');
const folder = join(repository, 'corpus/catalogue/areas');
const laws = join(repository, '../shared/corpus/laws');

describe('the catalogue of areas', () => {
  it('has one file for every area but `other`', async () => {
    const loaded = await loadAreas(folder);
    expect(loaded.map(({ area }) => area).sort()).toEqual(areaNames.filter((area) => area !== 'other').sort());
  });

  it('says where each deadline comes from and never leans on the two laws replaced in 2026', async () => {
    const text = JSON.stringify(await loadAreas(folder));
    expect(canonicalCitations(text).length).toBeGreaterThan(100);
    expect(text).not.toMatch(/《中华人民共和国(治安管理处罚法|仲裁法)》/u);
  });

  it.skipIf(!existsSync(laws))(
    'cites only provisions that are in the collection of laws (skipped without ../shared)',
    async () => {
      const known = articlesOf(laws);
      const missing = canonicalCitations(JSON.stringify(await loadAreas(folder))).filter(
        (citation) => !known.has(citation),
      );
      expect(missing).toEqual([]);
    },
  );
});

it('names the file and the field that is wrong', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'areas-'));
  writeFileSync(join(broken, 'labour.yaml'), 'area: labour\nname: 劳动\nkeywords: []\n');
  await expect(loadAreas(broken)).rejects.toThrow(/labour\.yaml[\s\S]*facts/u);
});

/** Every 《title》第…条 of a folder of law files, read without the parser so that the check stands by itself. */
function articlesOf(root: string): Set<string> {
  const known = new Set<string>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const lines = readFileSync(join(root, name), 'utf8').split('\n');
    const title = lines
      .find((line) => line.startsWith('# '))
      ?.slice(2)
      .trim();
    for (const line of lines) {
      const article = /^\s*(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)/u.exec(line)?.[1];
      if (title !== undefined && article !== undefined) known.add(`《${title}》${article}`);
    }
  }
  return known;
}
