import type { Quotation } from './citation-types.ts';

/** What may stand between a citation and the words quoted from it; the last group is the opening mark. */
const OPENING =
  /[ \t]*(?:(的?(?:明确|已|就)?(?:规定|指出|载明|写明|明确|要求|条文|原文)(?:了|如下|的内容)?|的?(?:内容|原文|表述|条文)(?:是|为)?)|((?:所)?(?:[说讲写]|规定|表述)的?(?:就)?[是为]|[说讲写](?:道|着|明|了)?|[称为是即作])|(的))?[ \t]*[，,]?[ \t]*([：:])?\s{0,3}(?:>\s?)?([“"「『‘])/uy;
const FURTHER =
  /[ \t]*(?:[、，,；;和与及]|以及|并)?\s?(?:同时|并且|并|还|又|亦|另|以及)?(?:规定|明确|指出|要求)?(?:了)?\s?[，,]?\s?[：:]?\s?([“"「『‘])/uy;
/** Words of somebody else: a contract, a party, a court. */
const OTHER_SPEECH =
  /约定|载明|写明|主张|声称|称|表示|回复|告知|认为|辩|说|合同|协议|借条|欠条|微信|短信|通知|判决|裁定|裁决|备注|公告|某/u;
const STATUTE_VERB = /规定|明确|要求|指出|条文|原文|表述|列明|所称|即|认定为|[，,：:]$/u;
const AFTERWARDS =
  /^[。，,；;]?\s*(?:[（(【[]\s*|—{1,2}|-{1,2})?\s*(?:出自|引自|来源[:：]?|参见|详见|见|载于|语出|依据[:：]?|根据|这是|此为|此系|即|系|摘自|是)?\s*$/u;
const MARKED_AFTERWARDS = /[（(【[—-]|出自|引自|来源|参见|详见|见|载于|摘自|这是|此为|此系/u;
/** 「“三年”」: short, but a number that the law says or does not say. */
const FIGURE =
  /^[0-9０-９零一二两三四五六七八九十百千万]{1,8}(?:个?(?:年|月|日|天|小时|工作日)|元|倍|%|％)[内以]?[”"」』’]/u;
/** What articles are called rather than what they say: 「“定金罚则”」. */
const TERM = /(?:罪|原则|制度|[规罚法]则|条款|权利?|义务|责任|程序|标准|合同|行为|情形|规定|效力|时效|主义)$/u;
const MODAL = /应当?|可以|不|须|必须|^[由对按向经凡自在从给因依]/u;
const CLAUSE = 12;
const LONGEST = 8000;
const LOOSE_REACH = 60;

/**
 * Finds what a text quotes around a citation. The closing mark of every opening one is found in a single pass, so that
 * reading many quotations stays linear.
 */
export function createQuotationReader(text: string) {
  const { closing, opening } = pairMarks(text);

  const quotation = (open: number, sure: boolean, least: number): Quotation | null => {
    const start = open + 1;
    const close = text[open] === '"' ? closeStraight(text, start) : (closing.get(open) ?? endOfLine(text, start));
    if (close === null || close - start > LONGEST) return null;
    const words = text.slice(start, close).trim();
    return words.length >= least ? { text: words, start, end: close, sure } : null;
  };

  return {
    /** Passages quoted right after a citation that ends at `end`, before the next one begins. */
    after(end: number, next: number): Quotation[] {
      OPENING.lastIndex = end;
      const direct = OPENING.exec(text);
      if (!direct || OPENING.lastIndex > next) {
        const loose = looselyAfter(end, next);
        return loose ? [loose] : [];
      }
      const first = firstQuotation(OPENING.lastIndex - 1, direct);
      if (first === null) return [];
      const found: Quotation[] = [];
      let quote: Quotation | null = first;
      while (quote && found.length < 6) {
        found.push(quote);
        FURTHER.lastIndex = quote.end + 1;
        if (!FURTHER.test(text) || FURTHER.lastIndex > next) break;
        quote = quotation(FURTHER.lastIndex - 1, true, 6);
      }
      return found;
    },

    /** 「“…”（《民法典》第五百七十七条）」: a passage whose source follows it. */
    before(start: number, floor: number): Quotation | null {
      const gap = /[”"」』’][^”"」』’“「『‘]{0,14}$/u.exec(text.slice(Math.max(floor, start - 16), start))?.[0];
      if (gap === undefined || !AFTERWARDS.test(gap.slice(1)) || !MARKED_AFTERWARDS.test(gap.slice(1))) return null;
      const close = start - gap.length;
      const open = text[close] === '"' ? openStraight(text, close, floor) : (opening.get(close) ?? null);
      if (open === null || open < floor || OTHER_SPEECH.test(text.slice(Math.max(0, open - 14), open))) return null;
      return quotation(open, true, 8);
    },
  };

  /**
   * 「第三条规定的“情节严重”」 names a term; only a colon, a verb or a whole clause makes it a quotation. Few words right
   * after a citation (「第三条“不得超过两年”」) are one if they are like the provision.
   */
  function firstQuotation(open: number, [, verb, says, of, colon]: readonly (string | undefined)[]): Quotation | null {
    if (colon) return quotation(open, true, 4);
    if (verb) return quotation(open, true, 6);
    if (of) return quotation(open, true, CLAUSE);
    const figure = FIGURE.test(text.slice(open + 1, open + 12));
    const found = quotation(open, true, figure ? 2 : 4);
    const clause = found !== null && found.text.length >= (says ? 8 : CLAUSE);
    if (found === null || clause || figure) return found;
    return unlessTerm({ ...found, sure: false });
  }

  function looselyAfter(end: number, next: number): Quotation | null {
    const reach = text.slice(end, Math.min(next, end + LOOSE_REACH));
    const at = reach.search(/[“"「『‘]/u);
    const between = at === -1 ? '' : reach.slice(0, at);
    if (at === -1 || /[。！？\n；;]/u.test(between) || OTHER_SPEECH.test(between)) return null;
    // 「第三十六条第一款，违法行为“在两年内未被发现的”」: words of its own that go on in those of the law.
    if (!STATUTE_VERB.test(between)) return unlessTerm(quotation(end + at, false, 6));
    const figure = FIGURE.test(text.slice(end + at + 1, end + at + 12));
    return quotation(end + at, figure, figure ? 2 : 6);
  }
}

const unlessTerm = (found: Quotation | null): Quotation | null =>
  found === null || (TERM.test(found.text) && !MODAL.test(found.text)) ? null : found;

function pairMarks(text: string) {
  const closing = new Map<number, number>();
  const opening = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: character, index } of text.matchAll(/[“”「」『』‘’]/gu)) {
    if (/[“「『‘]/u.test(character)) {
      // Law text quoted over several 款 opens each of them and closes only the last.
      if (!(text[index - 1] === '\n' && open.length > 0)) open.push(index);
    } else {
      const start = open.pop();
      if (start === undefined) continue;
      closing.set(start, index);
      opening.set(index, start);
    }
  }
  return { closing, opening };
}

function closeStraight(text: string, start: number): number | null {
  const at = text.slice(start, start + LONGEST).indexOf('"');
  return at === -1 ? endOfLine(text, start) : start + at;
}

function openStraight(text: string, close: number, floor: number): number | null {
  const from = Math.max(floor, close - 2000);
  const at = text.slice(from, close).lastIndexOf('"');
  return at === -1 ? null : from + at;
}

/** Where a quotation that nobody closed ends. */
function endOfLine(text: string, start: number): number {
  const line = text.slice(start, start + 400);
  const at = line.indexOf('\n');
  return start + (at === -1 ? line.length : at);
}
