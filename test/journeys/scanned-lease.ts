import type { Page } from 'playwright-core';
import { leasePages } from '../support/lease-text.ts';
import { type PagePicture, scannedPdf } from '../support/scanned-pdf.ts';

/** A lease of two printed pages as a scanner gives it, A4 at 150 dots an inch; `copies` times over. */
export async function scanLease(page: Page, copies = 1): Promise<Buffer> {
  const [width, height] = [1240, 1754];
  await page.setViewportSize({ width, height });
  const pictures: PagePicture[] = [];
  for (const lines of leasePages) {
    const paragraphs = lines.map((line) => `<p>${line}</p>`).join('');
    await page.setContent(
      `<body style="margin:120px;background:#fff;font:30px/1.8 'Noto Serif CJK SC','Noto Sans CJK SC',serif">${paragraphs}`,
    );
    pictures.push({ jpeg: await page.screenshot({ type: 'jpeg', quality: 85 }), width, height });
  }
  return scannedPdf(Array.from({ length: copies }, () => pictures).flat());
}
