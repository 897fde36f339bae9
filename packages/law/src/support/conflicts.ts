import type { Alignment, Gap } from './align.ts';
import { partiesIn, sameParty } from './parties.ts';
import type { ProvisionUnit } from './provision-units.ts';
import { pairsOf, type Token, toTokens } from './tokens.ts';
import { exclude, type Force, isContrast } from './word-classes.ts';

const denies = (force: Force | null) => force === 'deny' || force === 'forbid';
const said = (there: string, here: string) => `条文说“${there}”，这里说“${here}”`;
const lastForce = (tokens: readonly Token[]) => tokens.findLast(({ force }) => force !== null) ?? null;

/** What differs where a claim otherwise runs with the words of a provision: a word of force, a negation, a party. */
export function differencesInPlace(
  { gaps, pairs }: Alignment,
  claim: readonly Token[],
  whole: readonly Token[],
): string[] {
  const there = [...pairs.map(([, token]) => token), ...gaps.flatMap(({ b }) => b)];
  const denied = new Set(there.filter(({ force }) => denies(force)).map(({ clause }) => clause));
  const deniedThere = ({ a, afterB }: Gap) =>
    a.at(-1)?.conditional === true && afterB !== null && denied.has(afterB.clause);
  return gaps.flatMap((gap) => [
    ...(saidElsewhere(gap, claim, whole) || (whole.length > 0 && deniedThere(gap)) ? [] : forceDifference(gap)),
    ...(besideElsewhere(gap, claim, whole) ? [] : contrastDifference(gap)),
  ]);
}

/** Whether the claim's word of force stands before the same two words somewhere else in the provision. */
function saidElsewhere({ a, after }: Gap, claim: readonly Token[], whole: readonly Token[]): boolean {
  const here = a.at(-1);
  const next = after && claim[claim.indexOf(after) + 1];
  if (!here?.force || !next) return false;
  return whole.some(
    ({ force }, at) =>
      force !== null &&
      !opposed(here.force, force) &&
      whole[at + 1]?.key === after.key &&
      whole[at + 2]?.key === next.key,
  );
}

/** Whether the claim's word of a contrast stands right after the same word somewhere else in the provision. */
function besideElsewhere({ a, before }: Gap, claim: readonly Token[], whole: readonly Token[]): boolean {
  const own = a.find(({ key }) => isContrast(key));
  const left = own && (claim[claim.indexOf(own) - 1] ?? before);
  return whole.some(({ key }, at) => key === own?.key && whole[at - 1]?.key === left?.key);
}

function forceDifference({ a, b, after, afterB }: Gap): string[] {
  if (after === null || after.quantity !== null) return [];
  const here = a.at(-1)?.force ? (a.at(-1) ?? null) : a.length > 4 ? null : lastForce(a);
  const there = lastForce(b.filter(({ clause }) => clause === afterB?.clause));
  if (here && there) return opposed(here.force, there.force) ? [said(there.raw + after.raw, here.raw + after.raw)] : [];
  if (here && denies(here.force) && here.clause === after.clause && b.length <= 2) {
    return [said(after.raw, here.raw + after.raw)];
  }
  if (there && there === b.at(-1) && denies(there.force) && a.length <= 4 && b.length <= 4)
    return [said(there.raw + after.raw, after.raw)];
  return [];
}

/** 应当 against 可以 is a difference only where both are said; against 不得 and 不 either is. */
function opposed(here: Force | null, there: Force | null): boolean {
  if (denies(here) !== denies(there)) return true;
  return !denies(here) && here !== there;
}

function contrastDifference({ a, b }: Gap): string[] {
  if (a.length > 5) return [];
  // Where the claim leaves much out, only what stands right beside the shared words is in its place.
  const beside = b.length <= 8 ? b : [...b.slice(0, 3), ...b.slice(-3)];
  for (const here of a) {
    const there = beside.find((token) => exclude(here.key, token.key));
    if (there && !beside.some(({ key }) => key === here.key)) return [said(there.raw, here.raw)];
  }
  return [];
}

/** What a claim in other words allows or denies, where the provision does the opposite with the same act. */
export function opposedActs(claim: readonly Token[], words: readonly Token[], whole: readonly Token[]): string[] {
  return claim.flatMap((token, index) => {
    if (token.force === null || (token.force === 'deny' && token.conditional)) return [];
    const act = actAfter(claim, index);
    const [first, second] = act;
    const find = (tokens: readonly Token[]) =>
      first && (second || first.key.length > 1) ? forcesBefore(tokens, first.key, second?.key) : [];
    const found = find(words);
    const agrees = find(whole).some(({ force }) => force !== null && denies(force.force) === denies(token.force));
    const opposite = found.filter(({ force }) => force !== null && denies(force.force) !== denies(token.force));
    if (agrees || found.length === 0 || opposite.length < found.length) return [];
    const there = opposite[0]?.force;
    const what = act.map(({ raw }) => raw).join('');
    return there ? [said(`${there.raw}${what}`, `${token.raw}${what}`)] : [];
  });
}

/** The words that a word of force governs: up to five, to the end of the clause or the next word of force. */
function actAfter(claim: readonly Token[], index: number): Token[] {
  const following = claim.slice(index + 1, index + 6);
  const end = following.findIndex(({ clause, force }) => clause !== claim[index]?.clause || force !== null);
  return end === -1 ? following : following.slice(0, end);
}

function forcesBefore(words: readonly Token[], first: string, second: string | undefined): { force: Token | null }[] {
  return words.flatMap((token, index) => {
    if (token.key !== first || (first.length === 1 && words[index + 1]?.key !== second)) return [];
    const before = words.slice(Math.max(0, index - 24), index).filter(({ clause }) => clause === token.clause);
    const force = lastForce(before);
    // 应当 and 可以 do not reach as far as 不得 does over a list of acts.
    const reaches = force !== null && (denies(force.force) || before.length - before.indexOf(force) <= 8);
    return [{ force: reaches ? force : null }];
  });
}

/** 「先补偿、后搬迁」 told the other way round. */
export function reversedOrder(claim: string, words: string): string[] {
  const order = /先(?<first>[^，。、后再]{2,6})[、，]?(?:然后|后|再)(?<second>[^，。、]{2,6})/u;
  const here = order.exec(claim);
  const there = order.exec(words);
  const { first = '', second = '' } = here?.groups ?? {};
  const swapped = here && there && there.groups?.first === second && there.groups.second === first;
  return swapped ? [said(there[0], here[0])] : [];
}

/** A word of a contrast beside a word that the provision has beside the other one: 视为放弃 where it says 视为接受. */
export function contrastsBeside(claim: readonly Token[], words: readonly Token[], whole: readonly Token[]): string[] {
  return claim.flatMap((token, index) => {
    const [two, one, next] = [claim[index - 2], claim[index - 1], claim[index + 1]];
    const there = words.flatMap((candidate, at) => {
      const left =
        one && words[at - 1]?.key === one.key && (one.key.length > 1 || (two && words[at - 2]?.key === two.key));
      const right = next && words[at + 1]?.key === next.key;
      return left && (right || !next || next.clause !== token.clause) ? [candidate] : [];
    });
    const last = !next || next.clause !== token.clause;
    const alsoThere = whole.filter(
      (_, at) => whole[at - 1]?.key === one?.key && (last || whole[at + 1]?.key === next.key),
    );
    if ([...there, ...alsoThere].some(({ key }) => key === token.key)) return [];
    const other = there.find(({ key }) => exclude(key, token.key));
    return other ? [said(other.raw, token.raw)] : [];
  });
}

/** What the provision excepts from its rule (「下列商品除外」, 「不适用前款规定」), claimed as if the rule held for it. */
export function exceptionIgnored(claim: readonly Token[], units: readonly ProvisionUnit[]): string[] {
  if (claim.some(({ force, raw }) => denies(force) || /除外|例外/u.test(raw))) return [];
  const pairs = new Set(pairsOf(claim));
  return units.flatMap(({ text, exception }) => {
    const subject = exception ?? toTokens(/^(?<subject>.{4,}?)[，]?不适用前款/u.exec(text)?.groups?.subject ?? '');
    const named = pairsOf(subject);
    const shared = named.filter((pair) => pairs.has(pair)).length;
    const meant = exception ? named.length > 0 && shared === named.length : shared >= 4;
    return meant ? [`条文把“${subject.map(({ raw }) => raw).join('')}”列为例外`] : [];
  });
}

/** A word of a contrast that the provision does not have at all, while it has the opposite one, which the claim lacks. */
export function replacedContrasts(claim: readonly Token[], words: readonly Token[], whole: readonly Token[]): string[] {
  const has = (tokens: readonly Token[], key: string) => tokens.some((token) => token.key === key);
  return claim.flatMap((token) => {
    if (has(whole, token.key)) return [];
    const other = words.find(({ key }) => exclude(key, token.key) && !has(claim, key));
    return other ? [said(other.raw, token.raw)] : [];
  });
}

/** Words of bounds and joints, which say nothing alone. */
const FILLING = /^[以上下内到至过超满为是在于和或与及由其从自起之日天计算里中间]$/u;

const inWords = (tokens: readonly Token[]) => tokens.map(({ raw }) => raw).join('');
const telling = (tokens: readonly Token[]) =>
  tokens.filter(({ key, force, quantity }) => !force && !quantity && !FILLING.test(key));

/** 「公司」 in the place of 「用人单位」: another name of the same party is no other word. */
function namesSameParty(here: string, there: string): boolean {
  const [named] = partiesIn(here);
  const isWhole = named?.start === 0 && named.end === here.length;
  return isWhole && partiesIn(there).some((party) => sameParty(named, party));
}

/** Words put in the place of others where the claim otherwise runs with the provision, which nothing here can weigh. */
export function replacedWords({ gaps }: Alignment): string[] {
  return gaps.flatMap(({ a, b, before, after }) => {
    const [here, there] = [telling(a), telling(b)];
    if (here.length < 1 || there.length < 1 || here.length > 4 || there.length > 4) return [];
    if (namesSameParty(inWords(here), inWords(there))) return [];
    return before === null && after === null ? [] : [said(inWords(there), inWords(here))];
  });
}

/** Words by which an answer says that it tells the rule, and leaves exceptions out. */
const HEDGE = /^(?:一般|通常|原则上|普通)/u;

/** The one word of a claim that the provision has not, where all its others are the provision's in their order. */
export function oneWordReplaced({ gaps }: Alignment): string[] {
  const added = joined(gaps).filter(
    ({ a }) => telling(a).length > 0 || a.some(({ force, quantity }) => force ?? quantity),
  );
  const [only] = added;
  if (!only || added.length > 1 || only.a.some(({ force }) => force)) return [];
  const [here, there] = [inWords(telling(only.a)), inWords(telling(only.b))];
  const shortened = HEDGE.test(here) || [...here].every((character) => there.includes(character));
  return here.length >= 2 && here.length <= 12 && there !== '' && !shortened && !namesSameParty(here, there)
    ? [said(inWords(only.b.slice(-10)), inWords(only.a))]
    : [];
}

/** Gaps on both sides of one shared character are one: 付款 for 交付. */
function joined(gaps: readonly Gap[]): Gap[] {
  const all: Gap[] = [];
  for (const gap of gaps) {
    const last = all.at(-1);
    const shared = last?.after;
    if (!last || !shared || shared !== gap.before || shared.key.length > 1) all.push(gap);
    else {
      const [a, b] = [
        [...last.a, shared, ...gap.a],
        [...last.b, shared, ...gap.b],
      ];
      all[all.length - 1] = { ...gap, a, b, before: last.before };
    }
  }
  return all;
}
