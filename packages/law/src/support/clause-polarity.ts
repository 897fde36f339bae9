import type { ProvisionUnit } from './provision-units.ts';
import { concernsProviso, withoutProvisos } from './provisos.ts';
import { type Token, topicOf, toTokens } from './tokens.ts';

/** How much of a clause's words another must have to be about the same thing, and to be taken for its very statement. */
export const sameClause = { about: 0.3, close: 0.4, statement: 0.75, words: 5, nearly: 0.8 };

export interface PolarityFinding {
  /** `opposed` where the statement itself is found with the opposite sense, `unconfirmed` where it only seems so. */
  state: 'opposed' | 'unconfirmed';
  reason: string;
}

interface Clause {
  tokens: Token[];
  topic: ReadonlySet<string>;
  /** The word that denies or forbids in it, and the word of force that tells what it states. */
  denial: Token | null;
  force: Token | null;
  conditional: boolean;
}

/**
 * Clauses of a claim that deny where the likest clauses of the provision do not, or assert where they deny. Conditions
 * (「……的，」) are left out: they are put either way.
 */
export function otherPolarity(claim: readonly Token[], unit: ProvisionUnit, whole: ProvisionUnit): PolarityFinding[] {
  const concerns = concernsProviso(claim, unit.text) || concernsProviso(claim, whole.text);
  const statements = ({ text, tokens }: ProvisionUnit) =>
    clausesOf(concerns ? tokens : toTokens(withoutProvisos(text))).filter(({ conditional }) => !conditional);
  const near = statements(unit);
  const anywhere = statements(whole);
  return clausesOf(claim).flatMap((clause) => {
    if (clause.conditional || clause.topic.size < 2 || clause.force === null) return [];
    const rank = (clauses: readonly Clause[]) =>
      clauses.map((other) => ({ other, share: sharedTopic(clause, other) })).sort((a, b) => b.share - a.share);
    const close = rank(near);
    const ranked = (close[0]?.share ?? 0) >= sameClause.close ? close : rank([...near, ...anywhere]);
    const best = ranked[0]?.share ?? 0;
    if (best < sameClause.about) return clause.denial ? [unconfirmed(clause.denial)] : [];
    const likest = ranked.filter(({ share }) => share >= best * sameClause.nearly).map(({ other }) => other);
    const opposite = likest.find(({ force }) => force !== null) ?? likest[0];
    if (!opposite || likest.some(({ denial }) => (denial === null) === (clause.denial === null))) return [];
    const short = clause.topic.size < sameClause.words;
    if (short || best < sameClause.statement || opposite.force === null) return [unconfirmed(clause.force)];
    return [{ state: 'opposed', reason: `条文说“${inWords(opposite)}”，这里说“${inWords(clause)}”` }];
  });
}

const unconfirmed = ({ raw }: Token): PolarityFinding => ({
  state: 'unconfirmed',
  reason: `看不出条文在这一点上说“${raw}”`,
});

const inWords = (clause: Clause | undefined) => (clause?.tokens ?? []).map(({ raw }) => raw).join('');

function sharedTopic({ topic }: Clause, other: Clause): number {
  return [...topic].filter((key) => other.topic.has(key)).length / Math.max(1, topic.size);
}

function clausesOf(tokens: readonly Token[]): Clause[] {
  const numbers = [...new Set(tokens.map(({ clause }) => clause))];
  return numbers
    .map((number) => tokens.filter(({ clause }) => clause === number))
    .map((own) => ({
      tokens: own,
      topic: new Set(topicOf(own).map(({ key }) => key)),
      denial: own.find((token, index) => denies(token) && states(token, own[index + 1], own[index + 2])) ?? null,
      force: own.find((token, index) => token.force && states(token, own[index + 1], own[index + 2])) ?? null,
      conditional: own.some(({ conditional }) => conditional),
    }));
}

const denies = ({ force }: Pick<Token, 'force'>) => force === 'forbid' || force === 'deny';
/** 「不得超过」 sets a limit and denies nothing, 「没签」 and 「不表态」 tell what happened; 「不承担」 states a rule. */
function states({ raw, force }: Token, first: Token | undefined, second: Token | undefined): boolean {
  const next = `${first?.raw ?? ''}${second?.raw ?? ''}`;
  if (denies({ force }) && /^(?:超[过出]|[低少高早多]于)/u.test(next)) return false;
  return /^[不没未]$|^没有$/u.test(raw)
    ? /^(?:承担|负|属|享|适用|受|影响|退|算|视|发|计|执行|罚|处|加|收|支|是|由|得)/u.test(next)
    : true;
}
