import { asMaterial } from './fence-marks.ts';

/** What stands in a fence; nothing that people write can choose it. */
export type FenceLabel = '法条' | '往来' | '以往答复' | '问题' | '未通过';
export type Fence = (label: FenceLabel, text: string | readonly string[]) => string;

/**
 * Marks what others wrote as material. The marks cannot be forged: whatever looks like one in the text is replaced before it
 * is put between them. Of several texts each begins a line, and its further lines are set in, so that none can pass for the
 * beginning of another.
 */
export const fence: Fence = (label, text) => {
  const words = typeof text === 'string' ? asMaterial(text) : text.map((one) => asItem(one)).join('\n\n');
  return `⟦${label}\n${words}\n${label}⟧`;
};

/** The head of an item is our own (「P1 …」, 「客户：…」): only what follows it was written by others. */
function asItem(item: string): string {
  const [head, rest] = splitHead(item);
  return `${head}${asMaterial(rest).replace(/\n+/gu, '\n  ')}`;
}

function splitHead(item: string): [string, string] {
  const head = /^(?:P\d+ |客户：|我方：|问：|答：|- )/u.exec(item)?.[0] ?? '';
  return [head, item.slice(head.length)];
}
