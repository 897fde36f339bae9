import type { ArticleReference } from './article-references.ts';
import { type BookTitle, isContractName, isLawName } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { nameBefore } from './unmarked-names.ts';

export interface FoundName {
  start: number;
  lawName: string | null;
  title?: BookTitle;
  /** The name's beginning is sure although it has no book marks. */
  certain: boolean;
  versionYear: number | null;
  continuesGroup: boolean;
}

const AFTER_TITLE = /^((?:\s*[（(][^（）()《》\n]{0,60}[）)]){0,2})\s*(?:中的|中|之|的)?\s*$/u;
const SHORT_NAME = /以下(?:均)?简称(?:为)?[“"《〈「]?([^“”"《》〈〉「」，。；（）()]{2,30})/u;
const NO_LAW_AFTER =
  /^\s*(?:建议|意见|理由|路|线|消息|信息|微信|短信|留言|评论|记录|原因|经验|裤|鱼|新闻|朋友圈|视频|语音|约定|违约)/u;

/**
 * Keeps what 本法, 该法 and a bare 第…条 may mean while a text is read from left to right: the law last named, the law
 * whose words are being quoted, short names that the text defines, and where the sentence began.
 */
export function createNameContext(text: string, titleAtEnd: (text: string) => number) {
  let lastLaw: string | null = null;
  let lastEnd = 0;
  /** A law named alone on a line, or whose article begins a line: the law that a quoted text calls 本法. */
  let frame: string | null = null;
  const shortNames = new Map<string, string>();

  const remember = (lawName: string | null, end: number) => {
    if (lawName !== null) lastLaw = lawName;
    lastEnd = end;
  };
  const full = (name: string) => shortNames.get(name) ?? name;
  const startsLine = (at: number) => /(?:^|\n)[\s\u3000>*#\d.、·•-]*$/u.test(text.slice(Math.max(0, at - 12), at));
  /** Full stops inside a quotation do not end the sentence that quotes it. */
  const sameSentence = (at: number) =>
    at - lastEnd < 1500 && !/[。！？\n]/u.test(text.slice(lastEnd, at).replace(/“[^“”]*”/gu, ''));

  const found = (
    start: number,
    lawName: string | null,
    reference: ArticleReference,
    more: Partial<FoundName>,
  ): FoundName => {
    if (lawName !== null && (startsLine(start) || introducesQuotation(reference.end))) frame = lawName;
    remember(lawName, reference.end);
    return { start, lawName, certain: false, versionYear: null, continuesGroup: false, ...more };
  };
  const introducesQuotation = (end: number) => /^\s*(?:的?规定)?\s*[：:]/u.test(text.slice(end, end + 12));

  return {
    /** The title that a short name defined in the text stands for, else the name itself. */
    full,

    /** A 《…》 passed on the way. */
    title(title: BookTitle) {
      if (!isLawName(title.name)) return;
      const after = text.slice(title.end, title.end + 60);
      const short = /^\s*[（(]/u.test(after)
        ? SHORT_NAME.exec(after.slice(0, after.search(/[）)]/u) + 1))?.[1]
        : undefined;
      if (short) shortNames.set(short.trim(), title.name);
      remember(full(title.name), title.end);
      const line = /^[\s\u3000]*(?:[：:]|$|\n)/u.test(after);
      if (startsLine(title.start) && line) frame = full(title.name);
    },

    /** The law of an article reference; null when it cites no law at all (a contract, 「第二条建议」). */
    nameOf(
      reference: ArticleReference,
      title: BookTitle | undefined,
      floor: number,
      listed: CitationMention | undefined,
    ): FoundName | null {
      const gap =
        title && title.start >= floor ? text.slice(title.end, Math.min(reference.start, title.end + 130)) : null;
      const between = gap !== null && reference.start - (title?.end ?? 0) < 130 ? AFTER_TITLE.exec(gap) : null;
      if (title && between) {
        if (isContractName(title.name) && !isLawName(title.name)) return null;
        const year = /((?:19|20)\d{2})\s*(?:年)?(?:\d{1,2}月\d{1,2}日)?\s*(?:修正|修订|版|施行|公布)?/u.exec(
          between[1] ?? '',
        );
        const versionYear = year && !/[号〔[［]/.test(between[1] ?? '') ? Number(year[1]) : null;
        return found(title.start, full(title.name), reference, { title, versionYear });
      }
      const before = nameBefore(text, reference.start, floor, titleAtEnd);
      if (before.kind === 'name')
        return found(before.start, full(before.name), reference, { certain: shortNames.has(before.name) });
      if (before.kind === 'contract' || !reference.marked) return null;
      if (before.kind === 'self') {
        const lawName = resolveSelf(before.suffix, before.backward);
        return found(before.start, lawName, reference, { certain: true });
      }
      if (listed && listed.kind !== 'law') {
        return found(reference.start, listed.lawName, reference, { certain: true, continuesGroup: true });
      }
      if (NO_LAW_AFTER.test(text.slice(reference.end, reference.end + 8))) return null;
      const inherited = sameSentence(reference.start) ? lastLaw : startsLine(reference.start) ? frame : null;
      return found(reference.start, inherited, reference, { certain: inherited !== null });
    },
  };

  /** 本法 is the law being quoted where one is, else the law last named; its kind must fit (本条例 is no 法). */
  function resolveSelf(suffix: string, backward: boolean): string | null {
    const fits = (name: string | null): name is string => {
      if (name === null) return false;
      const kind = suffix === '法律' || suffix === '法典' ? '法' : suffix === '司法解释' ? '' : suffix;
      const bare = name.replace(/(?:（[^（）]*）|\([^()]*\)|[一二三四五六七八九十])+$/u, '');
      return kind === '' || bare.endsWith(kind) || (kind === '法' && /(?:法典|法|编)$/u.test(bare));
    };
    const order = backward ? [lastLaw, frame] : [frame, lastLaw];
    return order.find(fits) ?? null;
  }
}
