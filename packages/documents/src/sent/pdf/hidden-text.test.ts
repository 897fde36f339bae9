import { describe, expect, it } from 'vitest';
import { readSentFile } from '../read-sent-file.ts';
import { drawnPdf, line } from '../testing/drawn-pdf.ts';

const read = (...pages: string[]) =>
  readSentFile('合同.pdf', drawnPdf(pages.map((content) => ({ content, pictures: [paper] }))));
const paper = {
  dictionary: '/Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
  data: '\xff\xff\xff\xff',
};
const fullPage = 'q 595 0 0 842 0 0 cm /P1 Do Q\n';
const shown = line('第一条 甲方应当按时支付租金。', [60, 700]) + line('第二条 押金一个月。', [60, 680]);

describe('text of a PDF that nobody sees on paper', () => {
  it.each([
    ['不可见', 'drawn without ink', line('违约金每日百分之十', [60, 660], '3 Tr')],
    ['不可见', 'quite transparent', line('违约金每日百分之十', [60, 660], '/Clear gs')],
    ['与底色相同', 'white on paper', line('违约金每日百分之十', [60, 660], '1 g')],
    ['与底色相同', 'nearly white', line('违约金每日百分之十', [60, 660], '.96 .97 .95 rg')],
    ['与底色相同', 'black on black', `0 g 50 650 200 30 re f\n${line('违约金每日百分之十', [60, 660])}`],
    [
      '与底色相同',
      'white on a white box on a dark one',
      `0 g 0 600 500 72 re f 1 g 50 650 300 30 re f\n${line('违约金每日百分之十', [60, 660], '1 g')}`,
    ],
    ['与底色相同', 'outlined in white', line('违约金每日百分之十', [60, 660], '1 Tr 1 G')],
    ['极小', 'under a point', line('违约金每日百分之十', [60, 660], '', 0.5)],
    ['极小', 'scaled down', line('违约金每日百分之十', [6000, 66000], '.01 0 0 .01 0 0 cm')],
    ['极小', 'squeezed', line('违约金每日百分之十', [60, 660], '0.1 Tz')],
    ['页面以外', 'below the page', line('违约金每日百分之十', [60, -40])],
    ['页面以外', 'right of the page', line('违约金每日百分之十', [700, 660])],
    ['页面以外', 'clipped away', line('违约金每日百分之十', [60, 660], '0 0 10 10 re W n')],
    ['被遮盖', 'under a white box', `${line('违约金每日百分之十', [60, 660])}1 g 50 650 300 30 re f\n`],
    ['隐藏图层', 'in a layer that is off', `/OC /Off BDC ${line('违约金每日百分之十', [60, 660])} EMC`],
  ])('is left out and named as %s: %s', async (why, _, hidden) => {
    const { paragraphs, notices } = await read(shown, shown + hidden);
    expect(paragraphs.join()).not.toContain('违约金');
    expect(paragraphs.filter((text) => text.includes('第一条'))).toHaveLength(2);
    expect(notices).toEqual([expect.stringMatching(new RegExp(`第 2 页.*${why}.*1 处.*“违约金每日百分之十”`))]);
  });

  it.each([
    ['white on a dark cell', `.1 .3 .5 rg 50 650 200 30 re f\n${line('违约金每日百分之十', [60, 660], '1 g')}`],
    ['white on a picture', `q 300 0 0 30 50 650 cm /P1 Do Q\n${line('违约金每日百分之十', [60, 660], '1 g')}`],
    ['grey', line('违约金每日百分之十', [60, 660], '.6 g')],
    ['white with a dark outline', line('违约金每日百分之十', [60, 660], '2 Tr 1 g 0 G')],
    ['marked with a pen', `${line('违约金每日百分之十', [60, 660])}/Over gs 1 1 0 rg 50 650 300 30 re f\n`],
    ['partly beyond the edge', line('违约金每日百分之十', [540, 660])],
    ['in a small font scaled up', line('违约金每日百分之十', [6, 66], '10 0 0 10 0 0 cm', 1.2)],
    [
      'drawn again on the box that covers it',
      `${line('旧', [60, 660])}1 g 50 650 300 30 re f 0 g\n${line('违约金每日百分之十', [60, 660])}`,
    ],
  ])('is not what is seen: %s', async (_, drawn) => {
    const { paragraphs, notices } = await read(shown + drawn);
    expect(paragraphs.join()).toContain('违约金每');
    expect(notices.filter((notice) => notice.includes('违约金'))).toEqual([]);
  });

  it('is no text to read where there is no other', async () => {
    await expect(read(line('第一条 违约金每日百分之十', [60, 660], '3 Tr'))).rejects.toMatchObject({
      ...{ name: 'DocumentError', code: 'no-text', message: expect.stringMatching(/都看不见/) },
    });
  });

  it('is left out of a scanned page with little text as well', async () => {
    const stamped = fullPage + line('扫描全能王', [60, 20]) + line('违约金', [60, 660], '3 Tr');
    const { paragraphs } = await read(shown, stamped);
    expect(paragraphs.join()).not.toContain('违约金');
  });

  it('names the pages and the first words, and not all of them', async () => {
    const page = (words: string) =>
      shown + Array.from({ length: 5 }, (_, at) => line(`暗${words}${at}`, [60, 600 - at * 20], '3 Tr')).join('');
    const { notices } = await read(page('甲'), line('第三条 其他。', [60, 700]), page('乙'));
    expect(notices).toEqual([
      expect.stringMatching(/第 1、3 页有不可见文字 10 处，没有读入：“暗甲0”、“暗甲1”、“暗甲2”等/),
    ]);
  });

  it('keeps the words of one line together where some between them are left out', async () => {
    const mixed = line('租金', [60, 660]) + line('九', [84, 660], '1 g') + line('五千元', [96, 660]);
    expect((await read(shown + mixed)).paragraphs.at(-1)).toBe('租金五千元');
  });

  it('is read where it is what was recognised on a scanned page, and said to be', async () => {
    const layer =
      line('第一条 甲方应当按时支付租金。', [60, 700], '3 Tr') +
      line('第二条 押金一个月，退租时无息退还。', [60, 680], '3 Tr') +
      line('扫描全能王', [60, 20]);
    const { paragraphs, notices } = await read(shown, fullPage + layer);
    expect(paragraphs).toContain('第一条 甲方应当按时支付租金。');
    expect(paragraphs.filter((text) => text.includes('第一条'))).toHaveLength(2);
    expect(notices).toEqual([expect.stringMatching(/第 2 页是扫描页.*机器识别.*请与原件核对/)]);
  });

  it('is read where the picture of a scanned page was put over it', async () => {
    const { paragraphs, notices } = await read(shown + fullPage);
    expect(paragraphs).toContain('第二条 押金一个月。');
    expect(notices).toEqual([expect.stringMatching(/第 1 页的文字被整页图片盖住.*机器识别.*核对/)]);
  });

  it('is no recognised layer on a page that has words of its own over a picture', async () => {
    const { paragraphs, notices } = await read(fullPage + shown + line('违约金', [60, 660], '3 Tr'));
    expect(paragraphs.join()).not.toContain('违约金');
    expect(notices).toEqual([expect.stringMatching(/不可见.*“违约金”/)]);
  });
});
