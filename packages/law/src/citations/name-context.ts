import { readGap } from './after-title.ts';
import type { ArticleReference } from './article-references.ts';
import { type BookTitle, isContractName, isLawName } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { formerLaw, titlesOf } from './known-names.ts';
import { createLawInPlay } from './law-in-play.ts';
import { isOnlyKind } from './only-kind.ts';
import { placeBeforeTitle } from './places.ts';
import type { OwnPlace } from './relative-targets.ts';
import { shortNameAfter } from './short-names.ts';
import { nameBefore } from './unmarked-names.ts';
import { hintBefore, hintInBrackets, NO_HINT, splitVersion, type VersionHint } from './version-hints.ts';

export interface FoundName {
  start: number;
  lawName: string | null;
  title?: BookTitle;
  /** The name's beginning is sure although it has no book marks. */
  certain: boolean;
  version: VersionHint;
  continuesGroup: boolean;
}

export interface ContextOptions {
  titleAtEnd: (text: string) => number;
  /** The law whose own words are read: what 本法 and a bare 第…条 mean. */
  own: Pick<OwnPlace, 'lawName' | 'amends'> | null;
  shortNames?: ReadonlyMap<string, string>;
}

const RECENT = 20;
/** 「有3条」, 「这5条」: things counted. */
const COUNTS = /[有共这那提发给了列约近超每]\s?$/u;
/** 「GDPR第17条」, 「…公约第三条」: of a text that nothing here knows. */
const UNKNOWN_BEFORE = /(?:[A-Za-z]{2}|条例|办法|细则|公约|协定|议定书|指引|标准|规范|纪要|\d号)\s*$/u;
const NO_LAW_AFTER =
  /^\s*(?:建议|意见|理由|路|线|消息|信息|微信|短信|留言|评论|记录|原因|经验|裤|鱼|新闻|朋友圈|视频|语音|证据|措施|约定|违约)/u;

/**
 * Keeps what 本法, 该法 and a bare 第…条 may mean while a text is read from left to right: the law last named, the law
 * whose words are being quoted, short names that the text defines, and where the sentence began.
 */
export function createNameContext(text: string, { titleAtEnd, own, shortNames: defined }: ContextOptions) {
  const play = createLawInPlay(text, titleAtEnd);
  let lastLaw: string | null = null;
  /** Laws named before, newest first. */
  let recent: string[] = [];
  /** A law named alone on a line, or whose article begins a line: the law that a quoted text calls 本法. */
  let frame: string | null = null;
  const shortNames = new Map<string, string>(defined);
  /** The last article was written without 第 (「劳动合同法10条」), so a later 「82条」 is one too. */
  let casual = false;
  const ownLaw = own?.lawName ?? null;
  /** The version that each law was last named with. */
  const hints = new Map<string, VersionHint>();
  /** Names without book marks whose beginning is a guess. */
  const guessed = new Set<string>();

  const remember = (lawName: string | null, start: number, end: number) => {
    if (lawName === null) return;
    if (lawName !== lastLaw) recent = [lawName, ...recent].slice(0, RECENT);
    lastLaw = lawName;
    play.name(lawName, start, end);
  };
  /** The name that a text gives a law for short, or the end of one law's name that it gave in full before. */
  const full = (name: string) => {
    const defined = shortNames.get(name);
    if (defined !== undefined) return defined;
    if (titlesOf(name).length > 0 || formerLaw(name) || titleAtEnd(name) === name.length) return name;
    const longer = [...new Set(recent)].filter((law) => law !== name && law.endsWith(name));
    return longer.length === 1 ? (longer[0] ?? name) : name;
  };
  const citedCasually = (at: number) =>
    /[0-9０-９]/u.test(text.charAt(at)) && !COUNTS.test(text.slice(Math.max(0, at - 2), at)) && heirOf(at) !== null;
  const startsLine = (at: number) => /(?:^|\n)[\s\u3000>*#\d.、·•-]*$/u.test(text.slice(Math.max(0, at - 12), at));
  const introducesQuotation = (end: number) => /^\s*(?:的?规定)?\s*[：:]/u.test(text.slice(end, end + 12));
  const shortAtEnd = (stretch: string) => {
    let longest = 0;
    for (const name of shortNames.keys()) if (name.length > longest && stretch.endsWith(name)) longest = name.length;
    return Math.max(longest, titleAtEnd(stretch));
  };

  const found = (
    start: number,
    lawName: string | null,
    reference: ArticleReference,
    more: Partial<FoundName>,
  ): FoundName => {
    if (lawName !== null && (startsLine(start) || introducesQuotation(reference.end))) frame = lawName;
    remember(lawName, start, reference.end);
    casual = !reference.marked;
    const version = more.version ?? (lawName === null ? NO_HINT : (hints.get(lawName) ?? NO_HINT));
    if (lawName !== null && more.version) hints.set(lawName, more.version);
    const certain = more.certain === true && !(lawName !== null && guessed.has(lawName));
    return { start, lawName, continuesGroup: false, ...more, certain, version };
  };
  const inherited = (start: number, lawName: string | null, reference: ArticleReference, continuesGroup: boolean) =>
    found(start, lawName, reference, { certain: true, continuesGroup });

  /** The law of 《…》 with its version, from the marks, the brackets after them and the words before. */
  const readTitle = (title: BookTitle, brackets: string): { lawName: string | null; version: VersionHint } => {
    const { name, hint } = splitVersion(title.name);
    const place = placeBeforeTitle(text.slice(Math.max(0, title.start - 12), title.start), name);
    if (place !== null) return { lawName: `${place}${name}`, version: NO_HINT };
    // 「《条例》」 without a definition is the one last named.
    if (isOnlyKind(name) && !shortNames.has(name)) {
      return { lawName: resolveSelf(name, true) ?? name, version: NO_HINT };
    }
    const version =
      hint ?? hintInBrackets(brackets) ?? hintBefore(text.slice(Math.max(0, title.start - 24), title.start));
    return { lawName: full(name), version };
  };

  return {
    full,
    readTitle,
    lastLaw: () => lastLaw,

    /** A 《…》 passed on the way. */
    title(title: BookTitle) {
      if (!isLawName(splitVersion(title.name).name)) return;
      const after = text.slice(title.end, title.end + 90);
      const brackets = /^\s*[（(]/u.test(after) ? after.slice(0, after.search(/[）)]/u) + 1) : '';
      const { lawName, version } = readTitle(title, brackets);
      const short = shortNameAfter(after);
      if (short && lawName !== null && shortNames.size < 200) shortNames.set(short, lawName);
      if (own !== null || !play.insideQuotation(title.start)) remember(lawName, title.start, title.end);
      if (lawName !== null) hints.set(lawName, version);
      if (startsLine(title.start) && /^[\s\u3000]*(?:[：:]|$|\n)/u.test(after)) frame = lawName;
    },

    /**
     * The law of an article reference; null when it cites no law at all (a contract, 「第二条建议」). `titles` are the last
     * 《…》 before it, newest first: 「《甲法》（以下简称《甲》）第三条」 belongs to the one before.
     */
    nameOf(
      reference: ArticleReference,
      titles: readonly BookTitle[],
      floor: number,
      listed: CitationMention | undefined,
    ): FoundName | null {
      const named = titles.flatMap((title) => {
        if (title.start < floor || reference.start - title.end >= 130) return [];
        const gap = readGap(text.slice(title.end, reference.start));
        return gap ? [{ title, gap }] : [];
      })[0];
      if (named) {
        const { title, gap } = named;
        if (isContractName(title.name) && !isLawName(title.name)) return null;
        const { lawName, version } = readTitle(title, gap.brackets);
        const derived = gap.derived === null || lawName === null ? null : `${lawName}${gap.derived}`;
        return found(title.start, derived ?? lawName, reference, { title, version: derived ? NO_HINT : version });
      }
      const before = nameBefore(text, reference.start, floor, shortAtEnd);
      if (before.kind === 'name') {
        const certain = before.certain || shortNames.has(before.name);
        const { name, hint } = splitVersion(before.name);
        if (!certain) guessed.add(full(name));
        const version = hint ?? before.version;
        return found(before.start, full(name), reference, { certain, version });
      }
      if (before.kind === 'contract') {
        play.interrupt();
        return null;
      }
      if (before.kind === 'derived') {
        const lawName = lastLaw === null ? null : `${lastLaw}${before.derived}`;
        return found(before.start, lawName, reference, { certain: true, version: NO_HINT });
      }
      if (before.kind === 'self') {
        const own = before.backward ? null : ownLaw;
        return inherited(before.start, own ?? resolveSelf(before.suffix, before.backward), reference, false);
      }
      if (listed && listed.kind !== 'law') return inherited(reference.start, listed.lawName, reference, true);
      if (UNKNOWN_BEFORE.test(text.slice(Math.max(floor, reference.start - 8), reference.start))) {
        return found(reference.start, null, reference, {});
      }
      if (NO_LAW_AFTER.test(text.slice(reference.end, reference.end + 8))) return null;
      if (!reference.marked && !(casual && citedCasually(reference.start))) return null;
      // 「（《刑法修正案（六）》第八条）第一百六十四条」: the article is of the law that was amended.
      const amendment = own?.amends === true && lastLaw !== null && /修正案/u.test(lastLaw);
      const heir = amendment ? ownLaw : heirOf(reference.start);
      return inherited(reference.start, heir ?? ownLaw, reference, false);
    },
  };

  /** The law of an article without a name; a provision's own words go on with their own law. */
  function heirOf(at: number): string | null {
    if (own?.amends === true) return lastLaw;
    if (ownLaw === null) play.passWords(at, full);
    const here = play.inSentence(at);
    if (here !== null) return here;
    if (frame !== null && startsLine(at)) return frame;
    return ownLaw === null ? play.fromBefore(at) : null;
  }

  /** 本法 is the law being quoted where one is, else the law last named; its kind must fit (本条例 is no 法). */
  function resolveSelf(suffix: string, backward: boolean): string | null {
    const fits = (name: string | null): name is string => {
      if (name === null) return false;
      const plain = name.replaceAll('(', '（').replaceAll(')', '）');
      if (/[）一二三四五六七八九十]$/u.test(suffix))
        return plain.endsWith(suffix.replaceAll('(', '（').replaceAll(')', '）'));
      const bare = plain.replace(/(?:（[^（）]*）|[一二三四五六七八九十])+$/u, '');
      if (suffix === '司法解释') return /(?:解释|规定|批复|解答|意见|决定|通知)$/u.test(bare);
      const kind = suffix === '法律' || suffix === '法典' ? '法' : suffix;
      return bare.endsWith(kind) || (kind === '法' && /(?:法典|法|编)$/u.test(bare));
    };
    const order = backward ? [lastLaw, frame, ...recent] : [frame, lastLaw];
    return order.find(fits) ?? null;
  }
}
