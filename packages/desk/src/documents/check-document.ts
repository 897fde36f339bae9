import type { Citation } from '@lutai/contracts';
import type { CheckText } from '../drafting/drafter.ts';

export type CheckableDocument = {
  text: string;
  values: Readonly<Record<string, unknown>>;
  /** The contract that the text is about, whose articles it names. */
  source?: string | null;
};

/**
 * The citations of a document on a day. What points to articles and requests of its own, or of the contract it is about, is no citation of law, and neither is
 * a number of a case, a deed or a letter that a field was filled in with: these are particulars. What a template itself cites was read against the law when
 * it was written: whether it stands is checked, but not what its sentence says beside the words that were filled in.
 */
export async function checkDocument(
  checkText: CheckText,
  { text, values, source }: CheckableDocument,
  asOf: string,
): Promise<Citation[]> {
  const citations = await checkText(text, asOf);
  const own = ownLabels(`${text}\n${source ?? ''}`);
  const filledIn = textsOf(values).map((value) => value.trim());
  const isOfTemplate = ({ raw }: Citation) => !source && !filledIn.some((value) => value.includes(raw));
  return citations
    .filter((citation) => !isOwn(citation, own) && !isParticular(citation, filledIn))
    .map((citation) =>
      citation.support && isOfTemplate(citation) ? { ...citation, support: 'supported', supportReasons: [] } : citation,
    );
}

/** The labels with which lines begin: 第三条 of a contract, 2． of the requests. */
function ownLabels(text: string): Set<string> {
  const labels = text.split('\n').flatMap((line) => {
    const [, article, item] = /^\s*(?:(第[一二三四五六七八九十百]+条)|(\d{1,3})[.．、])/u.exec(line) ?? [];
    return article ?? (item === undefined ? [] : `第${item}项`);
  });
  return new Set(labels);
}

/**
 * Of an article without the name of a law, only where the check found none that it could belong to; laws do not count
 * their items in figures.
 */
function isOwn({ raw, state, resolved }: Citation, own: ReadonlySet<string>): boolean {
  if (!own.has(raw.replace(/^(第[^条]+条)第.*$/u, '$1'))) return false;
  return /^第\d+项$/u.test(raw) || (state === 'unchecked' && resolved === null);
}

const isParticular = ({ raw, state }: Citation, filledIn: readonly string[]): boolean =>
  state === 'unchecked' && !raw.includes('《') && filledIn.includes(raw);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
