import { describe, expect, it } from 'vitest';
import { normaliseTitle } from '../titles.ts';
import { endSchema, laterRevisionSchema, readCurrency, readEntries, versionDaySchema } from './catalogue-schema.ts';
import { createDateCatalogue } from './date-catalogue.ts';
import { readDateCatalogueData, shippedDateCatalogue } from './shipped-catalogue.ts';

const data = readDateCatalogueData();
const entry = { title: '甲法', made: '2020-01-01', effective: '2020-03-01', source: '《甲法》第九条' };

describe('the catalogue of dates', () => {
  it('has one entry for a version, and a source that names a day or an article for each', () => {
    const keys = data.versions.map(({ title, made }) => `${normaliseTitle(title)}|${made}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { source } of [...data.versions, ...data.acts, ...data.ends, ...data.later]) {
      expect(source).toMatch(/\d{4}年|〔\d{4}〕|第.+[条号]|施行/);
    }
  });

  it('has the versions of a law in the order in which they begin, except where one overtakes the other', () => {
    for (const { title } of data.versions) {
      const days = shippedDateCatalogue()
        .history(normaliseTitle(title))
        .map(({ effective }) => effective);
      expect([title, days]).toEqual([title, [...days].sort()]);
    }
  });

  it('knows the laws that the Civil Code repealed', () => {
    for (const title of '婚姻法 继承法 民法通则 收养法 担保法 合同法 物权法 侵权责任法 民法总则'.split(' ')) {
      expect(shippedDateCatalogue().endDay(normaliseTitle(`中华人民共和国${title}`), null)).toBe('2021-01-01');
    }
  });

  it('says which line is wrong', () => {
    const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
    const { source: _, ...sourceless } = entry;
    expect(() => readEntries(versionDaySchema, lines(entry, sourceless), 'v.jsonl')).toThrow(/^v\.jsonl:2: /);
    expect(() => readEntries(versionDaySchema, lines({ ...entry, effective: '2019-12-31' }), 'v.jsonl')).toThrow(
      '施行日期早于通过日期',
    );
    expect(() => readEntries(versionDaySchema, lines({ ...entry, made: '2020-02-30' }), 'v.jsonl')).toThrow(
      'v.jsonl:1',
    );
    expect(() => readEntries(endSchema, '{', 'e.jsonl')).toThrow('e.jsonl:1');
    expect(() => readEntries(laterRevisionSchema, lines(entry), 'l.jsonl')).toThrow('l.jsonl:1');
    expect(() => readCurrency('sources: []\ndefault: x', 'c.yaml')).toThrow(/^c\.yaml: /);
  });
});

describe('createDateCatalogue', () => {
  const catalogue = createDateCatalogue({
    ...data,
    versions: [entry, { ...entry, made: '2022-05-05', filedAs: '2022-06-06', effective: '2022-07-01' }],
    acts: [],
    ends: [{ title: '甲法', ended: '2025-01-01', by: '乙法', source: '《乙法》第九条' }],
  });
  const made = (day: string) =>
    catalogue.effectiveDay({ titleKey: '甲法', level: 'law', made: day, stepMissing: false, history: [] });

  it('finds a version by the day on which it was made, and that day by the one under which it is filed', () => {
    expect([made('2020-01-01'), made('2022-05-05'), made('2021-01-01')]).toEqual(['2020-03-01', '2022-07-01', null]);
    expect(catalogue.madeDay('甲法', '2022-06-06')).toBe('2022-05-05');
    expect(catalogue.madeDay('甲法', '2020-01-01')).toBeNull();
  });

  it('ends a version with the next one, the last with the repeal', () => {
    expect(catalogue.endDay('甲法', '2020-01-01')).toBe('2022-07-01');
    expect(catalogue.endDay('甲法', '2022-05-05')).toBe('2025-01-01');
    expect(catalogue.endDay('乙法', '2020-01-01')).toBeNull();
  });
});
