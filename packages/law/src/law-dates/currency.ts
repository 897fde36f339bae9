import { chineseDay } from '../citations/choose-version.ts';
import { normaliseTitle } from '../titles.ts';
import type { KnownRevision } from './catalogue-schema.ts';
import type { DateCatalogue } from './date-catalogue.ts';
import { shippedDateCatalogue } from './shipped-catalogue.ts';

/** A law as the desk holds it. */
export interface HeldLaw {
  title: string;
  /** The day on which the newest text held was made; null where unknown. */
  newestMade: string | null;
  /** `id` of the source in `corpus/catalogue/laws/currency.yaml`; the default one where left out. */
  sourceId?: string;
}

export interface LawCurrency {
  /** Last day of what the source has taken in, or the making of the newest text held, if that is later. */
  currentThrough: string;
  sourceName: string;
  /** A sentence for screens and answers. */
  words: string;
}

/** Up to which day what is held of a law is current. */
export function currencyOf(law: HeldLaw, catalogue: DateCatalogue = shippedDateCatalogue()): LawCurrency {
  const { sources, default: usual } = catalogue.currency;
  const source = sources.find(({ id }) => id === (law.sourceId ?? usual)) ?? sources.find(({ id }) => id === usual);
  if (!source) throw new RangeError(`currency.yaml has no source ${usual}`);
  const made = law.newestMade;
  const currentThrough = made !== null && made > source.currentThrough ? made : source.currentThrough;
  return {
    currentThrough,
    sourceName: source.name,
    words: `《${plainTitle(law.title)}》的文本收录至${chineseDay(currentThrough)}。`,
  };
}

/** A sentence that says that law made after `currency` was not seen, where one of the days lies beyond it; else null. */
export function notSeenAfter(currency: LawCurrency, days: readonly string[]): string | null {
  if (!days.some((day) => day > currency.currentThrough)) return null;
  return `法规库收录至${chineseDay(currency.currentThrough)}，此后公布的法律和司法解释未见，请核对有无更新。`;
}

export interface LaterRevision extends KnownRevision {
  /** In force on the day asked about; else made but to come. */
  inForce: boolean;
  /** Sentences for screens and answers: what came, from when, what it changes, and that its text is not held. */
  words: string;
}

/**
 * A revision whose text is not held and that bears on `asOf`: the newest one in force on that day, else the first one made
 * by then that is still to come; null where none is known. `asOf` is the day of the facts or today.
 */
export function laterRevision(
  law: HeldLaw,
  asOf: string,
  catalogue: DateCatalogue = shippedDateCatalogue(),
): LaterRevision | null {
  const unseen = catalogue
    .laterRevisions(normaliseTitle(law.title))
    .filter(({ made }) => (law.newestMade === null || made > law.newestMade) && made <= asOf);
  const inForce = unseen.filter(({ effective }) => effective <= asOf).at(-1);
  const found = inForce ?? unseen[0];
  if (!found) return null;
  return { ...found, inForce: found === inForce, words: wordsOf(law.title, found, found === inForce) };
}

const DONE: Record<KnownRevision['kind'], string> = { amended: '修改', revised: '修订', codified: '编入法典' };

function wordsOf(title: string, revision: KnownRevision, inForce: boolean): string {
  const { made, effective, kind, change } = revision;
  const when = inForce ? `已自${chineseDay(effective)}起施行` : `将自${chineseDay(effective)}起施行`;
  const held = inForce ? '本库没有新文本，所引条文是旧文本，须核对后使用。' : '本库没有新文本，届时须按新文本核对。';
  return `《${plainTitle(title)}》于${chineseDay(made)}${DONE[kind]}，${when}：${change}${held}`;
}

/** Book marks inside a title become 〈〉. */
const plainTitle = (title: string) =>
  title
    .replace(/^中华人民共和国(?=.)/u, '')
    .replaceAll('《', '〈')
    .replaceAll('》', '〉');
