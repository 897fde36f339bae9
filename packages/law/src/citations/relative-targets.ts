import { articleLabel, parseArticleLabel } from '../article-label.ts';
import type { CitationMention, CitationTarget } from './citation-types.ts';
import type { RelativeReference } from './relative-references.ts';

/** Where a text of law stands in its own law, so that 本法, 前条, 前款 and a bare 第…条 can be followed exactly. */
export interface OwnPlace {
  lawName: string;
  /** An amendment or a list without articles: a bare 第…条 is of the law last named, however far back. */
  amends: boolean;
  article: string;
  /** The 款 (1-based) at an offset of the text. */
  paragraphAt(offset: number): number;
  /** Labels of the articles right before this one, oldest first; fewer where there are not so many. */
  previousArticles(count: number): string[];
}

const ARTICLE_REACH = 1500;
const BARE_REACH = 400;

/** The provisions that a reference by place means; null when the text around it names none. */
export function relativeTargets(
  reference: RelativeReference,
  antecedent: CitationMention | null,
  text: string,
  own: OwnPlace | null,
): { lawName: string | null; targets: CitationTarget[]; antecedent: CitationMention | null } | null {
  const near = antecedent && within(reference, antecedent, text) ? antecedent : null;
  const last = near?.targets.at(-1);
  // 「第三百九十五条第一款第一项规定的财产或者第五项规定的财产」: an item of the article named in the same clause.
  const sameClause =
    near !== null && reference.kind === 'bare' && !/[。；\n]/u.test(text.slice(near.end, reference.start));
  const ofAnother = last !== undefined && (reference.kind === 'same' || (sameClause && reference.unit === '项'));
  if (own && !ofAnother) {
    return { lawName: own.lawName, targets: inOwnLaw(reference, own), antecedent: null };
  }
  if (!near || !last) return null;
  const targets = reference.kind === 'previous' ? before(reference, last) : inSame(reference, last);
  return targets && { lawName: near.lawName, targets, antecedent: near };
}

const inSame = (reference: RelativeReference, last: CitationTarget) =>
  spread(reference, last.article, reference.unit === '条' ? null : last.paragraph);

/**
 * 前条 is the article before the one last cited, by number. 前款 may be the 款 before it or that very one (「第二款…。前款
 * 的情形」): either may hold what is quoted.
 */
function before(reference: RelativeReference, last: CitationTarget): CitationTarget[] | null {
  if (reference.unit === '项') return inSame(reference, last);
  if (reference.unit === '款') {
    const count = Math.min(reference.count, (last.paragraph ?? 1) - 1);
    const paragraphs = Array.from({ length: count }, (_, index) => (last.paragraph ?? 1) - count + index);
    return [
      ...paragraphs.map((paragraph) => ({ article: last.article, paragraph, item: null })),
      ...inSame(reference, last),
    ];
  }
  const number = parseArticleLabel(last.article);
  if (number === null) return null;
  const { suffix } = number;
  const first = suffix > 0 ? Math.max(0, suffix - reference.count) : number.number - reference.count;
  if (suffix === 0 && first < 1) return null;
  const articles = Array.from({ length: suffix > 0 ? suffix - first : reference.count }, (_, index) =>
    suffix > 0 ? articleLabel(number.number, first + index) : articleLabel(first + index, 0),
  );
  return articles.flatMap((article, index) =>
    index === articles.length - 1 ? spread(reference, article, null) : [{ article, paragraph: null, item: null }],
  );
}

function within(reference: RelativeReference, antecedent: CitationMention, text: string): boolean {
  const distance = reference.start - antecedent.end;
  if (distance > ARTICLE_REACH) return false;
  return (
    reference.kind !== 'bare' || (distance < BARE_REACH && !text.slice(antecedent.end, reference.start).includes('\n'))
  );
}

function inOwnLaw(reference: RelativeReference, own: OwnPlace): CitationTarget[] {
  const paragraph = own.paragraphAt(reference.start);
  if (reference.unit === '条') {
    if (reference.kind !== 'previous') return spread(reference, own.article, null);
    const articles = own.previousArticles(reference.count);
    return articles.flatMap((article, index) =>
      index === articles.length - 1 ? spread(reference, article, null) : [{ article, paragraph: null, item: null }],
    );
  }
  if (reference.kind === 'bare') return spread(reference, own.article, null);
  if (reference.kind !== 'previous' || reference.unit === '项') return spread(reference, own.article, paragraph);
  const from = Math.max(0, paragraph - reference.count);
  return Array.from({ length: Math.max(1, paragraph - from) }, (_, index) => from + index).flatMap(
    (place, index, all) =>
      index === all.length - 1
        ? spread(reference, own.article, place)
        : [{ article: own.article, paragraph: place, item: null }],
  );
}

function spread(reference: RelativeReference, article: string, paragraph: number | null): CitationTarget[] {
  if (reference.pinpoints.length === 0) return [{ article, paragraph, item: null }];
  return reference.pinpoints.map((pinpoint) => ({
    article,
    paragraph: pinpoint.paragraph ?? paragraph,
    item: pinpoint.item,
  }));
}
