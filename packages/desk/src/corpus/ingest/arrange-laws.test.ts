import type { OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFile, contents, fixedNow, type LawSketch, lawFile, readUtf8 } from '../testing/corpus-fixture.ts';
import { ingestFiles } from './ingest-files.ts';

describe.each(testEngines)('on %s', (engine) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await openTestDatabase(engine);
  });
  afterEach(() => opened.close());

  const ingest = (name: string, sketch: LawSketch) =>
    ingestFiles(
      { db: opened.db, readDocument: readUtf8, now: fixedNow },
      { files: [asFile(name, lawFile(sketch))], kind: 'laws' },
    );
  const sketch = (title: string, year: number, closing = ''): LawSketch => ({
    title,
    promulgated: `${year}-03-01`,
    effective: `${year}-07-01`,
    articles: { 第一条: `${year}年的文字。`, 第二条: `本法自${year}年7月1日起施行。${closing}` },
  });
  const spans = async () => {
    const { versions, laws } = await contents(opened.db);
    const title = new Map(laws.map((law) => [law.id, law.title]));
    return versions
      .map((v) => `${title.get(v.lawId)} ${v.effectiveFrom}–${v.effectiveTo ?? ''} ${v.effectiveToSource}`)
      .sort();
  };

  describe('versions of a law', () => {
    it('end one another, in whatever order they come', async () => {
      for (const year of [2018, 2024, 2021]) await ingest(`示例经营法(${year}).md`, sketch('示例经营法', year));
      expect(await spans()).toEqual([
        '示例经营法 2018-07-01–2021-07-01 later-version',
        '示例经营法 2021-07-01–2024-07-01 later-version',
        '示例经营法 2024-07-01– none',
      ]);
    });

    it('end where the catalogue knows of a later text that is not held, and say so', async () => {
      await ingest('公司法.md', {
        ...sketch('中华人民共和国公司法', 2018),
        promulgated: '2018-10-26',
        effective: '2018-10-26',
      });
      expect(await spans()).toEqual(['中华人民共和国公司法 2018-10-26–2024-07-01 catalogue']);
    });

    it('end where another law says that it ends them, whichever of the two comes first', async () => {
      const ends = sketch('新条例', 2021, '《旧条例》、《更旧条例》同时废止。');
      await ingest('旧条例.md', sketch('旧条例', 2010));
      await ingest('新条例.md', ends);
      await ingest('更旧条例.md', sketch('更旧条例', 2001));
      expect(await spans()).toEqual([
        '新条例 2021-07-01– none',
        '旧条例 2010-07-01–2021-07-01 closing-article',
        '更旧条例 2001-07-01–2021-07-01 closing-article',
      ]);
    });

    it('live on where a law of the same title is made again after that', async () => {
      await ingest('新条例.md', sketch('新条例', 2015, '《旧条例》同时废止。'));
      await ingest('旧条例.md', sketch('旧条例', 2020));
      expect(await spans()).toContain('旧条例 2020-07-01– none');
    });

    it('live again when the file that ended them no longer says so', async () => {
      await ingest('旧条例.md', sketch('旧条例', 2010));
      await ingest('新条例.md', sketch('新条例', 2021, '《旧条例》同时废止。'));
      await ingest('新条例.md', sketch('新条例', 2021));
      expect(await spans()).toContain('旧条例 2010-07-01– none');
    });
  });
});
