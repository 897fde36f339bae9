import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestDatabase } from '@lutai/db/testing';
import { describe, expect, it } from 'vitest';
import { ingestFiles } from './ingest/ingest-files.ts';
import { fixedNow, readUtf8 } from './testing/corpus-fixture.ts';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../../shared/corpus');
const isThere = existsSync(folder);

describe(`the national corpus in ${folder}${isThere ? '' : ' (skipped: the folder is absent)'}`, () => {
  it.skipIf(!isThere)(
    'goes in whole: nothing is refused, and a second run changes nothing',
    async () => {
      const opened = await openTestDatabase();
      const deps = { db: opened.db, readDocument: readUtf8, now: fixedNow };
      const laws = await ingestFiles(deps, { paths: [path.join(folder, 'laws')], kind: 'laws' });
      expect(laws.skipped).toEqual([]);
      expect(laws.provisions).toBeGreaterThanOrEqual(64_600);
      // What is not stored a second time is said.
      expect(laws.warnings.filter(({ message }) => message.includes('未重复收录'))).toHaveLength(laws.unchanged);
      const cases = await ingestFiles(deps, { paths: [path.join(folder, 'cases')], kind: 'cases' });
      expect(cases).toMatchObject({ cases: 52, skipped: [] });
      const again = await ingestFiles(deps, { paths: [path.join(folder, 'laws')], kind: 'laws' });
      expect(again).toMatchObject({ laws: laws.laws, provisions: laws.provisions, unchanged: 1510 });
      await opened.close();
    },
    300_000,
  );
});
