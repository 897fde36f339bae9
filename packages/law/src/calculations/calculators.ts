import { annualLeave } from './annual-leave.ts';
import { applicationFee } from './application-fee.ts';
import type { Calculator } from './calculator.ts';
import { capitals } from './capitals-calculator.ts';
import { childSupport } from './child-support.ts';
import { courtFee } from './court-fee.ts';
import { delayedPerformance } from './delayed-performance.ts';
import { deposit } from './deposit.ts';
import { doubleWages } from './double-wages.ts';
import { injury } from './injury.ts';
import { liquidatedDamages } from './liquidated-damages.ts';
import { loanInterest } from './loan-interest.ts';
import { lprInterest } from './lpr-interest.ts';
import { overtime } from './overtime.ts';
import { severance } from './severance.ts';

/** Every calculation that the desk knows, in the order in which they are listed. */
export const calculators: readonly Calculator[] = [
  loanInterest,
  lprInterest,
  delayedPerformance,
  liquidatedDamages,
  deposit,
  severance,
  doubleWages,
  overtime,
  annualLeave,
  courtFee,
  applicationFee,
  childSupport,
  injury,
  capitals,
];

export const calculatorById = (id: string): Calculator | undefined => calculators.find((one) => one.id === id);
