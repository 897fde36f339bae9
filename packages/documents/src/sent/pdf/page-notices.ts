import { maxRecognisedPages, quote } from '../sent-file.ts';
import type { PageReading } from './read-page.ts';
import type { Unseen } from './unseen-text.ts';

const kinds: Record<Exclude<Unseen, '图片之下'>, string> = {
  不可见: '不可见文字',
  与底色相同: '与底色相同的文字',
  极小: '极小文字',
  页面以外: '页面以外的文字',
  被遮盖: '被遮盖的文字',
  隐藏图层: '隐藏图层里的文字',
};

/** What a reader of the text must know of its pages. */
export function pageNotices(pages: readonly PageReading[]): string[] {
  const where = (holds: (page: PageReading) => boolean) => pages.flatMap((page, at) => (holds(page) ? [at + 1] : []));
  const said = (numbers: number[], text: string) => (numbers.length === 0 ? [] : [`第 ${listed(numbers)} 页${text}`]);
  return [
    ...said(
      where(
        ({ lines, unseen, scan }) => lines.length === 0 && unseen.length === 0 && (scan ?? 'picture') === 'picture',
      ),
      '没有可复制的文字（空白页或扫描页），没有读入',
    ),
    ...Object.entries(kinds).flatMap(([why, kind]) => {
      const texts = pages.flatMap(({ unseen }) => unseen.filter((one) => one.why === why)).map(({ text }) => text);
      const some = `${texts.slice(0, 3).map(quote).join('、')}${texts.length > 3 ? '等' : ''}`;
      return said(
        where(({ unseen }) => unseen.some((one) => one.why === why)),
        `有${kind} ${texts.length} 处，没有读入：${some}`,
      );
    }),
    ...said(
      where(({ lines, scan }) => lines.length > 0 && scan === 'picture'),
      '是扫描页，图片里的文字没有读入',
    ),
    ...said(
      where(({ scan }) => scan === 'recognised'),
      '是扫描页，文字由机器识别得来，可能有错，请与原件核对',
    ),
    ...said(
      where(({ scan }) => scan === 'unrecognised'),
      '是扫描页，文字识别没有成功，没有读入',
    ),
    ...said(
      where(({ scan }) => scan === 'beyond'),
      `是扫描页，超过一次识别的上限（${maxRecognisedPages} 页，或者所用时间），没有读入`,
    ),
    ...said(
      where(({ scan }) => scan === 'layer'),
      '是扫描页，文字取自文件自带的机器识别结果，可能有错，请与原件核对',
    ),
    ...said(
      where(({ scan }) => scan === 'below'),
      '的文字被整页图片盖住（扫描件的机器识别结果，或整页水印），可能与图片不同，请与原件核对',
    ),
    ...said(
      where(({ isJudged }) => !isJudged),
      '没能核对有无隐藏文字，请与原件核对',
    ),
  ];
}

const listed = (numbers: readonly number[]) => `${numbers.slice(0, 20).join('、')}${numbers.length > 20 ? ' 等' : ''}`;
