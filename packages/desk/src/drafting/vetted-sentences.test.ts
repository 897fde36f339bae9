import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadAreas } from './areas.ts';
import { loadDeadlines } from './load-deadlines.ts';
import { createVettedSentences } from './vetted-sentences.ts';

const corpus = fileURLToPath(new URL('../../../../corpus', import.meta.url));

describe('createVettedSentences', async () => {
  const areas = await loadAreas(`${corpus}/catalogue/areas`);
  const isVetted = createVettedSentences(areas, (await loadDeadlines(corpus)).catalogue);

  it('knows the sentences of the guidance that cite, however they are marked up, and no other', async () => {
    const written = parse(await readFile(`${corpus}/catalogue/areas/traffic.yaml`, 'utf8'));
    const step: string = written.steps.find(({ text }: { text: string }) => text.includes('《')).text;
    const [sentence = ''] = /[^。]*《[^。]*。?/u.exec(step) ?? [];
    expect(isVetted(sentence)).toBe(true);
    expect(isVetted(`**${sentence}**`)).toBe(true);
    expect(isVetted(sentence.replace(/第(.)/u, '第九百九十$1'))).toBe(false);
    expect(isVetted(`不${sentence}`)).toBe(false);
  });
});
