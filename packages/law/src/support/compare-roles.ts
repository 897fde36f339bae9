import { bigrams } from './bigrams.ts';
import { partiesIn, sameParty } from './parties.ts';
import { type RoleStatement, roleStatements } from './role-statements.ts';

export interface RoleFindings {
  /** Acts that the provision lays on another party, or directs to another. */
  conflicts: string[];
  /** Parties of which the provision says no such thing. */
  doubts: string[];
}

/** Who does what in the claim against who does it in the provision. Where the provision has no such act, nothing is said. */
export function compareRoles(claim: string, provision: string): RoleFindings {
  const there = roleStatements(provision);
  const named = partiesIn(provision);
  const findings: RoleFindings = { conflicts: [], doubts: [] };
  for (const here of roleStatements(claim)) {
    if (here.denied) continue;
    const alike = there.filter(
      (other) =>
        other.relation === here.relation && other.act === here.act && (here.act !== 'give' || sameGift(here, other)),
    );
    if (alike.length === 0 || alike.some(({ party }) => sameParty(party, here.party))) continue;
    const closest = closestTo(here, alike);
    const reason = `条文说的是“${closest.party.raw}”，这里说“${here.party.raw}”`;
    (named.some((party) => sameParty(party, here.party)) ? findings.conflicts : findings.doubts).push(reason);
  }
  return findings;
}

/** What is given counts: 「给公司违约金」 is not held against 「给予劳动者经济补偿」. */
const sameGift = (here: RoleStatement, there: RoleStatement) =>
  bigrams(here.clause).filter((pair) => bigrams(there.clause).includes(pair)).length >= 2;

function closestTo(here: RoleStatement, others: readonly RoleStatement[]): RoleStatement {
  const shared = ({ clause }: RoleStatement) =>
    [...clause].filter((character) => here.clause.includes(character)).length;
  return others.reduce((best, other) => (shared(other) > shared(best) ? other : best));
}
