import { type ContractType, contractTypes, type Role, rolesOf } from '@lutai/documents';
import { UsageError } from '../../command-error.ts';

export const namedTypes = contractTypes.filter((type) => type !== 'other');
export const namedSides = namedTypes.flatMap((type) => rolesOf[type]);

export function readType(value: string | undefined): ContractType | undefined {
  if (value === undefined) return undefined;
  const type = namedTypes.find((one) => one === value);
  if (type === undefined) throw new UsageError(`--type 须是 ${namedTypes.join('、')} 之一，收到“${value}”。`);
  return type;
}

export function readSide(value: string | undefined, type: ContractType | undefined): Role | undefined {
  if (value === undefined) return undefined;
  const side = namedSides.find((one) => one === value);
  if (side === undefined) throw new UsageError(`--side 须是 ${namedSides.join('、')} 之一，收到“${value}”。`);
  if (type !== undefined) refuseForeignSide(side, type);
  return side;
}

/** A side that a contract of this type does not have: what hurts the other side would be left out unseen. */
export function refuseForeignSide(side: Role, type: string): void {
  const known = namedTypes.find((one) => one === type);
  if (known === undefined) throw new UsageError('认不出这是哪一类合同，--side 须与 --type 一起用。');
  if (!rolesOf[known].includes(side))
    throw new UsageError(`${known} 合同的 --side 须是 ${rolesOf[known].join('、')} 之一，收到“${side}”。`);
}
