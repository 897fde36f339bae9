import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxFiles, spoolUploads } from './spool-uploads.ts';

let dataFolder = '';
let count = 0;
const deps = () => ({ dataFolder, newId: () => `upload-${++count}` });

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'lutai-spool-'));
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

describe('spoolUploads', () => {
  it('keeps name and content of each file', async () => {
    const folder = await spoolUploads(deps(), [new File(['第一条'], '某法(2020-01-01).md')]);
    expect(await readdir(folder)).toEqual(['某法(2020-01-01).md']);
    expect(await readFile(path.join(folder, '某法(2020-01-01).md'), 'utf8')).toBe('第一条');
  });

  it('keeps both of two files with one name', async () => {
    const folder = await spoolUploads(deps(), [new File(['a'], '法.md'), new File(['b'], '法.md')]);
    expect((await readdir(folder)).sort()).toEqual(['2-法.md', '法.md'].sort());
  });

  it.each(['../../etc/passwd', '..\\..\\secret', '.hidden', '\u0000\u0001', '..', '/', 'a'.repeat(400)])(
    'lets the name %j not lead out of its folder',
    async (name) => {
      const folder = await spoolUploads(deps(), [new File(['x'], name)]);
      expect(path.dirname(folder)).toBe(path.join(dataFolder, 'spool'));
      const [kept = ''] = await readdir(folder);
      expect(kept).not.toBe('');
      expect(kept.startsWith('.')).toBe(false);
    },
  );

  it('refuses none, too many and too large', async () => {
    await expect(spoolUploads(deps(), [])).rejects.toMatchObject({ code: 'invalid-input' });
    const many = Array.from({ length: maxFiles + 1 }, (_, index) => new File(['x'], `${index}.md`));
    await expect(spoolUploads(deps(), many)).rejects.toMatchObject({ code: 'too-large' });
    const large = new File([new Uint8Array(21 * 1024 * 1024)], 'large.md');
    await expect(spoolUploads(deps(), [large])).rejects.toMatchObject({ code: 'too-large' });
  });
});
