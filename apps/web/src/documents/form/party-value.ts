import { type DocumentField, organisationParts, personParts } from '@lutai/contracts';

export type PartyKind = 'person' | 'organisation';
export type PartyPart = (typeof personParts)[number] | (typeof organisationParts)[number];
export type PartyValue = { kind: PartyKind } & Partial<Record<PartyPart, string>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const defaultKind = ({ type }: Pick<DocumentField, 'type'>): PartyKind =>
  type === 'organisation' ? 'organisation' : 'person';

export const emptyParty = (field: Pick<DocumentField, 'type'>): PartyValue => ({ kind: defaultKind(field) });

/** The parties of a field as the form shows them: one at least, each with a kind that the field takes. */
export function partiesOf(field: Pick<DocumentField, 'type'>, value: unknown): PartyValue[] {
  const list = (Array.isArray(value) ? value : [value]).filter(isObject).map((party) => toParty(field, party));
  return list.length === 0 ? [emptyParty(field)] : list;
}

function toParty(field: Pick<DocumentField, 'type'>, party: Record<string, unknown>): PartyValue {
  const words = Object.entries(party).filter(([part, inner]) => part !== 'kind' && typeof inner === 'string');
  const kind = field.type !== 'party' ? defaultKind(field) : party.kind === 'organisation' ? 'organisation' : 'person';
  return { ...Object.fromEntries(words), kind };
}

/** The parts that a form asks for, the name first; those that are not needed follow where they hold something. */
export function partsOf({ needs }: Pick<DocumentField, 'needs'>, party: PartyValue): PartyPart[] {
  const parts: readonly PartyPart[] = party.kind === 'person' ? personParts : organisationParts;
  return parts.filter((part) => part === 'name' || needs[party.kind].includes(part) || (party[part] ?? '') !== '');
}

/** The same party as another kind: name, address and telephone stay, what the other kind does not have goes. */
export function asKind(party: PartyValue, kind: PartyKind): PartyValue {
  const parts: readonly string[] = kind === 'person' ? personParts : organisationParts;
  return { ...Object.fromEntries(Object.entries(party).filter(([part]) => parts.includes(part))), kind };
}
