import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readSentFile } from '../sent/read-sent-file.ts';
import { drawnPdf } from '../sent/testing/drawn-pdf.ts';
import { createRecogniser } from './create-recogniser.ts';

const recogniser = createRecogniser();
const jpeg = readFileSync(new URL('./testing/scan.jpg', import.meta.url));
const ocr = recogniser?.ocr;
const words = ['第一条 租金', '每月5000元'];

describe.skipIf(!recogniser)('the reader of pictures, where its packages are installed', { timeout: 60_000 }, () => {
  afterAll(() => recogniser?.close());

  it('reads a scanned page', async () => {
    const picture = {
      dictionary: '/Width 1000 /Height 320 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
      data: jpeg.toString('latin1'),
    };
    const page = { content: 'q 595 0 0 190 0 600 cm /P1 Do Q', pictures: [picture] };
    const { text, notices } = await readSentFile('合同.pdf', drawnPdf([page]), { ocr });
    for (const word of words) expect(text).toContain(word);
    expect(notices).toEqual([expect.stringMatching(/第 1 页是扫描页/)]);
  });

  it('reads a photo', async () => {
    const { text } = await readSentFile('合同.jpg', jpeg, { ocr });
    for (const word of words) expect(text).toContain(word);
  });

  it('stops when it is told to, and reads on after that', async () => {
    const stop = new AbortController();
    const reading = readSentFile('合同.jpg', jpeg, { ocr, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('client left')), 50);
    await expect(reading).rejects.toThrow('client left');
    expect((await readSentFile('合同.jpg', jpeg, { ocr })).text).toContain('每月');
  });

  it('refuses what is no picture that it can unpack', async () => {
    const broken = jpeg.subarray(0, 300);
    await expect(readSentFile('a.jpg', broken, { ocr })).rejects.toMatchObject({ code: 'no-text' });
  });
});
