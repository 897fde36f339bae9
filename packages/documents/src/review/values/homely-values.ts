import type { BaseFigures } from './base-figures.ts';
import { readHomelyAgain } from './homely-again.ts';
import { readHomelyPeriods } from './homely-periods.ts';
import { readHomelyRents, readMonthlyInterest } from './homely-rents.ts';
import { readExamples, readHomelySums } from './homely-sums.ts';
import { findAll, type ReadingContext, reading, values } from './reading-context.ts';
import type { ValueName, ValueReading, Values } from './value-names.ts';

/** What contracts in plain words say wrongly; to be joined with what is read of formal ones (`joinValues`). */
export function readHomelyValues(context: ReadingContext, base: BaseFigures): Values {
  return {
    ...values('periodDiffers', readHomelyPeriods(context)),
    ...values('totalWrong', readHomelySums(context)),
    ...values('statedTwice', readHomelyAgain(context)),
    ...values('derivedSumWrong', [
      ...readExamples(context),
      ...readHomelyRents(context),
      ...readMonthlyInterest(context, base),
    ]),
    ...values('nameDiffers', names(context)),
  };
}

/** 「丙方周某海」 where the head has 周某梅. */
function names({ sentences, parties }: ReadingContext): ValueReading[] {
  return parties.flatMap(({ alias, name }) => {
    if (name === null || !/^[\u4e00-\u9fa5]{3}$/u.test(name) || !/^[甲乙丙丁]方$/u.test(alias)) return [];
    return findAll(
      sentences,
      new RegExp(`${alias}(${name[0]}[\\u4e00-\\u9fa5]{2})(?=应|须|可|的|不|未|将|在|按|因|，|、)`, 'gu'),
    )
      .filter(
        ({ words }) => words[1] === name[1] && words[2] !== name[2] && !parties.some((other) => other.name === words),
      )
      .map((one) => reading(1, one, `${alias}在开头写作“${name}”，这里却写作“${one.words}”`));
  });
}

/** Both, the readings of one name together. */
export function joinValues(first: Values, second: Values): Values {
  const joined: Values = { ...first };
  for (const [name, readings] of Object.entries(second) as [ValueName, ValueReading[]][])
    joined[name] = [...(first[name] ?? []), ...readings];
  return joined;
}
