import type { Page } from 'playwright-core';
import { type PagePicture, scannedPdf } from '../support/scanned-pdf.ts';

const pages = [
  [
    '房屋租赁合同',
    '出租方（甲方）：张某某',
    '承租方（乙方）：李某某',
    '第一条 房屋',
    '甲方将坐落于某市某区某路1号101室的房屋出租给乙方居住使用。',
    '第二条 租赁期限',
    '租赁期自2025年3月15日起至2050年3月14日止。',
  ],
  [
    '第三条 租金',
    '月租金为人民币3500元，按月支付。',
    '第四条 押金',
    '乙方于签订本合同之日支付押金7000元，无论何种情况押金概不退还。',
  ],
];

/** A lease of two printed pages as a scanner gives it, A4 at 150 dots an inch; `copies` times over. */
export async function scanLease(page: Page, copies = 1): Promise<Buffer> {
  const [width, height] = [1240, 1754];
  await page.setViewportSize({ width, height });
  const pictures: PagePicture[] = [];
  for (const lines of pages) {
    const paragraphs = lines.map((line) => `<p>${line}</p>`).join('');
    await page.setContent(
      `<body style="margin:120px;background:#fff;font:30px/1.8 'Noto Serif CJK SC','Noto Sans CJK SC',serif">${paragraphs}`,
    );
    pictures.push({ jpeg: await page.screenshot({ type: 'jpeg', quality: 85 }), width, height });
  }
  return scannedPdf(Array.from({ length: copies }, () => pictures).flat());
}
