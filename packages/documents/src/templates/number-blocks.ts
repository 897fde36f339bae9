import { numberToChinese } from '@lutai/law';
import type { BlockKind } from './document-tree.ts';

interface Numbered {
  /** What stands before the words: 「1．」「第一条　」「一、」. */
  mark: string;
  /** What a reference to it writes: 1, 一. */
  number: string;
  /** What it is counted in: 项, 条. */
  unit: string;
}

/** Gives each block its number in turn; items begin anew under each heading, section and article. */
export function createNumbering(): (kind: BlockKind) => Numbered | null {
  let [sections, articles, items, attachments] = [0, 0, 0, 0];
  return (kind) => {
    if (kind === 'heading' || kind === 'title') items = 0;
    if (kind === 'section') {
      [sections, items] = [sections + 1, 0];
      const number = numberToChinese(sections);
      return { mark: `${number}、`, number, unit: '部分' };
    }
    if (kind === 'article') {
      [articles, items] = [articles + 1, 0];
      const number = numberToChinese(articles);
      return { mark: `第${number}条　`, number, unit: '条' };
    }
    if (kind === 'item') {
      items += 1;
      return { mark: `${items}．`, number: String(items), unit: '项' };
    }
    if (kind === 'attachment') {
      attachments += 1;
      return { mark: `${attachments}．`, number: String(attachments), unit: '份' };
    }
    return null;
  };
}
