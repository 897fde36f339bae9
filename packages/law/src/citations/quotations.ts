const OPENING =
  /[ \t]*(?:(?:的?(?:明确|已)?(?:规定|指出|载明|写明|明确)(?:了|如下|的内容)?|(?:的)?(?:内容|原文|表述)(?:是|为)?)[ \t]*[，,]?[ \t]*[：:]?|[：:])\s{0,3}(?:>\s?)?([“"「『])/uy;

/** Finds the closing mark of every opening one in a single pass, so that reading many quotations stays linear. */
export function createQuotationReader(text: string) {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: character, index } of text.matchAll(/[“”「」『』]/gu)) {
    if (character === '“' || character === '「' || character === '『') {
      // Law text quoted over several 款 opens each of them and closes only the last.
      if (!(text[index - 1] === '\n' && open.length > 0)) open.push(index);
    } else {
      const start = open.pop();
      if (start !== undefined) closing.set(start, index);
    }
  }
  /** The passage quoted right after `end` as the words of what is cited there; null when none is. */
  return (end: number): string | null => {
    OPENING.lastIndex = end;
    const match = OPENING.exec(text);
    if (!match) return null;
    const start = OPENING.lastIndex;
    const close = match[1] === '"' ? text.indexOf('"', start) : closing.get(start - 1);
    if (close === undefined || close === -1 || close - start > 6000) return null;
    const quote = text.slice(start, close).trim();
    // 「第三条规定“情节严重”」 names a term; only a colon or a whole clause makes it a quotation.
    return quote.length >= (/[：:]/.test(match[0]) ? 4 : 12) ? quote : null;
  };
}
