/** Values that the checklists may compare; each is read by a function of this folder. */
export const valueNames = [
  'leaseMonths',
  'depositMonths',
  'penaltyRentMonths',
  'earnestShare',
  'dailyPenaltyAYear',
  'penaltyShare',
  'annualInterest',
  'interestOverCap',
  'overdueOverCap',
  'probationExcess',
  'probationPayShare',
  'nonCompeteMonths',
  'hoursADay',
  'hoursAWeek',
  'resignNoticeDays',
  'inspectionDays',
  'capitalsDiffer',
  'periodDiffers',
  'endsBeforeStart',
  'signedAfterStart',
  'clauseUnknown',
  'sharesNotWhole',
  'instalmentsDiffer',
  'productDiffers',
  'statedTwice',
  'nameDiffers',
  'guaranteeModeDiffers',
  'partyUnknown',
  'dateImpossible',
  'dayDiffers',
  'totalWrong',
  'derivedSumWrong',
  'instalmentProductDiffers',
  'sharesOverWhole',
  'annexUnknown',
  'courtUnconnected',
  'chapterWrong',
  'trainingPenaltyOver',
  'feeShare',
  'cancelShare',
  'damagesCapShare',
  'waterproofMonths',
  'accelerationShare',
  'deliveredLess',
  'oldRateStandard',
  'overtimeHoursAMonth',
  'overtimeHoursADay',
  'leaveAfterMonths',
  'wageDeductedShare',
  'competePenaltyMonths',
] as const;
export type ValueName = (typeof valueNames)[number];

/** One value read; `from`/`to` are offsets in the folded text, `note` says in Chinese what was read. */
export interface ValueReading {
  value: number;
  from: number;
  to: number;
  note: string;
}
export type Values = Partial<Record<ValueName, ValueReading[]>>;
