import { PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { faces } from './docx-styles.ts';

export type Face = { bold?: true; italics?: true; font?: typeof faces.hei };

/** One run for each line of a text. */
export const runs = (text: string, face: Face = {}): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, ...face, ...(at === 0 ? {} : { break: 1 }) }));

/** 第 1 页 / 共 2 页 */
export const pageNumbers = () =>
  new Paragraph({
    style: 'LabelSmall',
    children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
  });

/**
 * The library writes the moment of writing into the file, and the archive one for each part. `change` rewrites parts by
 * their names.
 */
export function withFixedMoments(
  packed: Uint8Array,
  moment: Date,
  change: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array {
  const unpacked = unzipSync(packed);
  const stamp = moment.toISOString().replace(/\.\d+Z$/, 'Z');
  const core = strFromU8(unpacked['docProps/core.xml'] ?? new Uint8Array());
  const dated = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${stamp}`);
  const changed = Object.entries(change).map(([name, rewrite]): [string, Uint8Array] => [
    name,
    strToU8(rewrite(strFromU8(unpacked[name] ?? new Uint8Array()))),
  ]);
  const parts = {
    '[Content_Types].xml': new Uint8Array(),
    ...unpacked,
    'docProps/core.xml': strToU8(dated),
    ...Object.fromEntries(changed),
  };
  const files = Object.entries(parts).filter(([name]) => !name.endsWith('/'));
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}
