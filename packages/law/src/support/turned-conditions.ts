import { type Token, topicOf } from './tokens.ts';

/** How much of a condition's words another must have to be the same condition, and how many words it takes to tell. */
const sameCondition = { share: 0.45, words: 6, nearly: 0.8 };

interface Condition {
  words: string;
  topic: ReadonlySet<string>;
  denied: boolean;
  /** Whether it is one of several, of which each may be denied or not: 「未取得资格或者醉酒的」. */
  alternatives: boolean;
  /** Whether what follows from it denies or forbids; null where nothing follows. */
  refuses: boolean | null;
}

/**
 * Conditions of a claim (「尽到职责的，……」) of which the provision asks the opposite (「未尽到职责的，……」) for the same
 * consequence. Where the consequence is turned round too, the claim may well be right.
 */
export function turnedConditions(claim: readonly Token[], provision: readonly Token[]): string[] {
  const there = conditionsOf(provision);
  return conditionsOf(claim).flatMap((condition) => {
    if (condition.topic.size < sameCondition.words || condition.refuses === null) return [];
    const ranked = there
      .map((other) => ({ other, share: shareOf(condition, other) }))
      .sort((one, two) => two.share - one.share);
    const best = ranked[0];
    if (!best || best.share < sameCondition.share) return [];
    const likest = ranked.filter(({ share }) => share >= best.share * sameCondition.nearly).map(({ other }) => other);
    if (likest.some(({ alternatives }) => alternatives) || condition.alternatives) return [];
    const turned = likest.every(({ denied, refuses }) => denied !== condition.denied && refuses === condition.refuses);
    return turned ? [`条文的条件是“${best.other.words}”，这里说“${condition.words}”`] : [];
  });
}

const shareOf = ({ topic }: Condition, other: Condition) =>
  [...topic].filter((key) => other.topic.has(key)).length / topic.size;

function conditionsOf(tokens: readonly Token[]): Condition[] {
  const clauses = [...new Set(tokens.map(({ clause }) => clause))].map((number) =>
    tokens.filter(({ clause }) => clause === number),
  );
  return clauses.flatMap((own, index) => {
    const following = clauses.slice(index + 1).find((clause) => !clause.some(({ conditional }) => conditional));
    if (!own.some(({ conditional }) => conditional)) return [];
    const words = own.map(({ raw }) => raw).join('');
    return [
      {
        words,
        topic: new Set(topicOf(own).map(({ key }) => key)),
        denied: own.some(denies),
        alternatives: /(?<![者人方])或/u.test(words),
        refuses: following ? following.some(denies) : null,
      },
    ];
  });
}

const denies = ({ force, raw }: Token) =>
  force === 'deny' || (force === 'forbid' && !raw.endsWith('禁止')) || raw === '无';
