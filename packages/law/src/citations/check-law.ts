import { chineseToNumber } from '../numerals.ts';
import { ambiguousLaw, checkUnknownLaw, onlyKindNamed, repealed } from './check-unknown-law.ts';
import { meantVersion, otherVersions, versionInForce, whyNotInForce } from './choose-version.ts';
import type { CatalogueLaw, CatalogueVersion, CitationMention, LawCatalogue, Verdict } from './citation-types.ts';
import { isOnlyKind } from './only-kind.ts';
import { resolveLaw } from './resolve-law.ts';
import { unseenRevision } from './unseen-revision.ts';

/** Words around a law's name that speak of its coming or going, not of what it says. */
const COMES_OR_GOES_AFTER =
  /^[”》]?\s*(?:正式|开始)?(?:施行|实施|生效|出台|颁布|公布|通过|废止|失效|时代|时期|修[正订]|同时废止|已经?废止|被废止)/u;
const COMES_OR_GOES_BEFORE = /(?:原|旧|此前的?|当时的?|废止了?|取代了?|替代了?|不再适用)(?:中华人民共和国)?[《“]?$/u;

/** A law named without an article: `ok` says only that it exists and is in force on the day. */
export function checkLaw(mention: CitationMention, text: string, catalogue: LawCatalogue, asOf: string): Verdict {
  const name = mention.lawName ?? '';
  const laws = resolveLaw(mention, catalogue);
  if (laws.length !== 1 && isOnlyKind(name)) return onlyKindNamed(name);
  const verdict = verdictOn(mention, laws.length, name);
  if (verdict) return verdict;
  const [law] = laws;
  const whole = law ? standing(mention, catalogue.versions(law.lawId), law, asOf) : checkUnknownLaw(name, asOf);
  const speaksOfEnd = whole.state === 'not-in-force' && comesOrGoes(mention, text);
  return speaksOfEnd ? { state: 'ok', resolved: null, note: '所述为该法规的施行或废止。' } : whole;

  function verdictOn({ marked }: CitationMention, count: number, words: string): Verdict | null {
    if (count > 1) return marked ? ambiguousLaw(laws) : named;
    // 《关于修改〈…法〉的决定》 and 《刑法修正案（十一）》 name a step in the making of a law, not a source relied on.
    return count === 0 && /修改|废止|修正案/u.test(words) ? named : null;
  }
}

const named: Verdict = { state: 'ok', resolved: null, note: '只提到法规名称，没有援引具体条文。' };

function standing(
  mention: CitationMention,
  versions: readonly CatalogueVersion[],
  law: CatalogueLaw,
  asOf: string,
): Verdict {
  const current = versionInForce(versions, asOf);
  const meant = meantVersion(versions, current, mention.version);
  if (meant.kind === 'other') return ended(meant.version, asOf);
  const gone = repealed(law.title, asOf);
  if (gone) return gone;
  const [newest] = otherVersions(versions, asOf);
  if (current === null && newest) return ended(newest, asOf);
  const revision = unseenRevision(law, versions, asOf);
  if (revision === null) return named;
  // A law taken into a code is no longer one of its own; one that was revised still bears its name.
  const absorbed = revision.inForce && revision.kind === 'codified';
  return { ...named, ...(absorbed ? { state: 'not-in-force' } : {}), note: revision.words };
}

const ended = (version: CatalogueVersion, asOf: string): Verdict => ({
  state: 'not-in-force',
  resolved: null,
  note: whyNotInForce(version, asOf),
});

const comesOrGoes = ({ start, end }: CitationMention, text: string) =>
  COMES_OR_GOES_AFTER.test(text.slice(end, end + 12)) ||
  COMES_OR_GOES_BEFORE.test(text.slice(Math.max(0, start - 14), start));

/** A part, chapter or section of a law (「《民法典》第三编第八章」). */
export function checkHeading(mention: CitationMention, text: string, catalogue: LawCatalogue, asOf: string): Verdict {
  const whole = checkLaw(mention, text, catalogue, asOf);
  const [law, ...more] = resolveLaw(mention, catalogue);
  if (whole.state !== 'ok' || !law || more.length > 0) return whole;
  const version = versionInForce(catalogue.versions(law.lawId), asOf);
  const paths = version && catalogue.paths?.(version.versionId);
  if (!paths || paths.length === 0)
    return { state: 'unchecked', resolved: null, note: '编、章、节没有核对，请人工核实。' };
  const wanted = mention.headings.map((heading) => headingKeys(heading)[0] ?? '');
  const there = keysOfPaths(paths).some((keys) => wanted.every((key) => keys.includes(key)));
  return there
    ? { state: 'ok', resolved: null, note: '' }
    : { state: 'not-found', resolved: null, note: `《${law.title}》中没有${mention.headings.join('')}。` };
}

/** The files of the Civil Code name its parts without their numbers. */
const CIVIL_CODE_PARTS: Record<string, string> = {
  总则编: '1编',
  物权编: '2编',
  合同编: '3编',
  人格权编: '4编',
  婚姻家庭编: '5编',
  继承编: '6编',
  侵权责任编: '7编',
};

const keysByPaths = new WeakMap<object, string[][]>();

/** Computed once for each list of paths: a text may name one chapter a thousand times. */
function keysOfPaths(paths: readonly (readonly string[])[]): string[][] {
  const known = keysByPaths.get(paths);
  if (known) return known;
  const keys = paths.map((path) => path.flatMap(headingKeys).flatMap((key) => [key, CIVIL_CODE_PARTS[key] ?? '']));
  keysByPaths.set(paths, keys);
  return keys;
}

/** 「第八章 违约责任」 → 8章, 「第八章 附则」 → 附则 too. */
function headingKeys(heading: string): string[] {
  const plain = heading.replace(/[\s\u3000]/gu, '');
  const match = /^第(.{1,5}?)(分编|编|章|节)(.*)$/u.exec(plain);
  return match ? [`${chineseToNumber(match[1] ?? '') ?? match[1]}${match[2]}`, match[3] ?? ''] : [plain];
}
