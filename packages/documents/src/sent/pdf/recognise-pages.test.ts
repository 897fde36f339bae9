import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSentFile } from '../read-sent-file.ts';
import { drawnPdf, line, type Picture } from '../testing/drawn-pdf.ts';
import { readPngForTest } from '../testing/read-png.ts';

const width = 60;
const height = 84;
/** A page whose left upper quarter is black; every scan differs in its shade below. */
function scan(shade: number, bits: 1 | 8 = 8): Picture {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (y < height / 2 && x < width / 2 ? 0 : y > 80 ? shade : 255)),
  );
  const bytes =
    bits === 8
      ? rows.flat()
      : rows.flatMap((row) =>
          Array.from({ length: Math.ceil(width / 8) }, (_, at) =>
            row.slice(at * 8, at * 8 + 8).reduce((sum, one, bit) => sum | (one > 127 ? 128 >> bit : 0), 0),
          ),
        );
  return {
    dictionary: `/Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent ${bits} /Filter /FlateDecode`,
    data: deflateSync(Buffer.from(bytes)).toString('latin1'),
  };
}
const whole = 'q 595 0 0 842 0 0 cm /P1 Do Q\n';
const scanned = (shade: number) => ({ content: whole, pictures: [scan(shade)] });
const words = (text: string) => ({ content: line(text, [60, 700]) });

describe('the pages of a scanned PDF', () => {
  it('are read by the reader of pictures in their order, between those that have text, and said to be', async () => {
    const seen: number[] = [];
    const sent = await readSentFile(
      '合同.pdf',
      drawnPdf([words('房屋租赁合同'), scanned(10), words('第三条 其他。'), scanned(90)]),
      {
        ocr: async (image) => {
          const page = readPngForTest(image);
          seen.push(page.at(0.5, 0.99));
          return `第 ${seen.length === 1 ? '一' : '二'} 条 租 金 每月 5000 元， 押 一\n付 三 。 \n`;
        },
      },
    );
    expect(seen).toEqual([10, 90]);
    expect(sent.paragraphs).toEqual([
      '房屋租赁合同',
      '第一条 租金每月5000元，押一付三。',
      '第三条 其他。',
      '第二条 租金每月5000元，押一付三。',
    ]);
    expect(sent.notices).toEqual([expect.stringMatching(/第 2、4 页.*机器识别.*请与原件核对/)]);
  });

  it.each([
    ['as it lies', scan(200), '', whole, [0, 255, 255, 255]],
    ['of one bit a pixel', scan(255, 1), '', whole, [0, 255, 255, 255]],
    ['turned by the page', scan(200), '/Rotate 90', whole, [255, 0, 255, 255]],
    ['turned by its matrix', scan(200), '', 'q -595 0 0 -842 595 842 cm /P1 Do Q\n', [255, 255, 255, 0]],
    ['upside down', scan(200), '', 'q 595 0 0 -842 0 842 cm /P1 Do Q\n', [255, 255, 0, 255]],
    [
      'in two strips',
      scan(200),
      '',
      'q 595 0 0 421 0 421 cm /P1 Do Q q 595 0 0 421 0 0 cm /P1 Do Q\n',
      [0, 255, 0, 255],
    ],
  ])('are handed over upright: %s', async (_, picture, more, content, quarters) => {
    let found: number[] = [];
    const ocr = async (image: Uint8Array) => {
      const page = readPngForTest(image);
      found = [page.at(0.2, 0.2), page.at(0.8, 0.2), page.at(0.2, 0.7), page.at(0.8, 0.7)];
      return '第一条 标的。';
    };
    await readSentFile('a.pdf', drawnPdf([{ content, pictures: [picture], more }]), { ocr });
    expect(found).toEqual(quarters);
  });

  it('tell how far they are, and stop when they are told to', async () => {
    const stop = new AbortController();
    const progress: string[] = [];
    const reading = readSentFile('a.pdf', drawnPdf([scanned(1), scanned(2), scanned(3)]), {
      ocr: async () => '第一条 标的。',
      signal: stop.signal,
      onProgress: ({ page, pages }) => {
        progress.push(`${page}/${pages}`);
        if (page === 2) stop.abort(new Error('client left'));
      },
    });
    await expect(reading).rejects.toThrow('client left');
    expect(progress).toEqual(['1/3', '2/3']);
  });

  it('are read up to a number, and the others named', async () => {
    let count = 0;
    const { notices } = await readSentFile('a.pdf', drawnPdf(Array.from({ length: 33 }, (_, at) => scanned(at))), {
      ocr: async () => `${String.fromCharCode(0x4e00 + 7 * ++count)}方的义务。`,
    });
    expect(count).toBe(30);
    expect(notices.at(-1)).toMatch(/第 31、32、33 页是扫描页，超过一次识别的上限（30 页.*没有读入/);
  });

  it('are read as long as there is time, and the others named', async () => {
    const { paragraphs, notices } = await readSentFile('a.pdf', drawnPdf([scanned(1), scanned(2)]), {
      ocr: () => new Promise((resolve) => setTimeout(() => resolve('第一条 租金。'), 30)),
      limitMs: 20,
    });
    expect(paragraphs).toEqual(['第一条 租金。']);
    expect(notices.at(-1)).toMatch(/第 2 页是扫描页，超过一次识别的上限.*没有读入/);
  });

  it('are named where nothing could be recognised', async () => {
    const sent = await readSentFile('a.pdf', drawnPdf([words('房屋租赁合同'), scanned(1), scanned(2)]), {
      ocr: async (image) => (readPngForTest(image).at(0.5, 0.99) === 1 ? Promise.reject(new Error('x')) : ' \n'),
    });
    expect(sent.paragraphs).toEqual(['房屋租赁合同']);
    expect(sent.notices).toEqual([expect.stringMatching(/第 2、3 页是扫描页，文字识别没有成功，没有读入/)]);
  });

  it('are not unpacked where they have far more pictures than pages', async () => {
    const large = { dictionary: '/Width 6000 /Height 6000 /ColorSpace /DeviceGray /BitsPerComponent 8', data: '' };
    const pages = [words('房屋租赁合同'), { content: whole, pictures: [scan(1), large, large, large, large] }];
    const { notices } = await readSentFile('a.pdf', drawnPdf(pages), { ocr: async () => '第一条 租金。' });
    expect(notices).toEqual([expect.stringMatching(/第 2 页是扫描页，文字识别没有成功/)]);
  });

  it('are scans with the stamp of an app as well', async () => {
    const stamped = { content: whole + line('扫描全能王 创建', [400, 20]), pictures: [scan(1)] };
    const refused = { code: 'no-text', message: expect.stringMatching(/扫描件/) };
    await expect(readSentFile('a.pdf', drawnPdf([stamped]))).rejects.toMatchObject(refused);
    const { notices } = await readSentFile('a.pdf', drawnPdf([words('房屋租赁合同'), stamped]));
    expect(notices).toEqual(['第 2 页是扫描页，图片里的文字没有读入']);
    const read = await readSentFile('a.pdf', drawnPdf([stamped]), { ocr: async () => '第一条 租金。' });
    expect(read.paragraphs).toEqual(['第一条 租金。']);
  });

  it('are refused where none can be read', async () => {
    const file = drawnPdf([scanned(1)]);
    const refused = { code: 'no-text', message: expect.stringMatching(/扫描件/) };
    await expect(readSentFile('a.pdf', file)).rejects.toMatchObject(refused);
    await expect(readSentFile('a.pdf', file, { ocr: async () => '' })).rejects.toMatchObject(refused);
  });
});
