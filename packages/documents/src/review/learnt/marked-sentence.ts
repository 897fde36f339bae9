import { namesOfRole, type Party } from '../read-parties.ts';
import type { ContractType, Role } from '../roles.ts';

/** Who usually writes the contract, who signs it, and who stands by: what the model reads in place of their names. */
export const partyMarks = { strong: 'Ⓐ', weak: 'Ⓑ', third: 'Ⓒ' } as const;

const sides: Record<ContractType, { strong: Role; weak: Role }> = {
  lease: { strong: 'landlord', weak: 'tenant' },
  loan: { strong: 'lender', weak: 'borrower' },
  employment: { strong: 'employer', weak: 'employee' },
  sale: { strong: 'seller', weak: 'buyer' },
  service: { strong: 'provider', weak: 'client' },
  other: { strong: 'provider', weak: 'client' },
};

/** Puts marks in the place of the words by which this contract names its parties. */
export function markParties(type: ContractType, parties: readonly Party[]): (sentence: string) => string {
  const { strong, weak } = sides[type];
  const named = [
    [new RegExp(namesOfRole(strong, parties), 'gu'), partyMarks.strong],
    [new RegExp(namesOfRole(weak, parties), 'gu'), partyMarks.weak],
    [new RegExp(namesOfRole('guarantor', parties), 'gu'), partyMarks.third],
  ] as const;
  return (sentence) => named.reduce((text, [names, mark]) => text.replace(names, mark), sentence);
}

/** The same for a written example, whose parties are `{landlord}` and the like. */
export function markPlaceholders(text: string): string {
  return text.replace(/\{(\w+)\}/gu, (whole, role: string) => {
    if (role === 'guarantor') return partyMarks.third;
    const side = Object.values(sides).find(({ strong, weak }) => strong === role || weak === role);
    return side === undefined ? whole : side.strong === role ? partyMarks.strong : partyMarks.weak;
  });
}
