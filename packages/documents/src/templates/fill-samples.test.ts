import { fileURLToPath } from 'node:url';
import { rmbCapitals } from '@lutai/law';
import { describe, expect, it } from 'vitest';
import { blockText, documentText } from './document-tree.ts';
import type { Column, Field } from './field-schema.ts';
import { fillTemplate } from './fill-template.ts';
import { partiesOf } from './format-value.ts';
import { loadTemplates } from './load-templates.ts';
import { fieldsInPlay, neededParts, type Values } from './missing-fields.ts';
import { templateSamples } from './testing/index.ts';

const templates = await loadTemplates(fileURLToPath(new URL('../../../../corpus/templates', import.meta.url)));
const deps = { lendingRateCap: () => ({ percent: 12, source: '测试用的上限' }) };
const cases = templates.flatMap((template) =>
  (templateSamples[template.id] ?? []).map((values, at) => ({ name: `${template.id} ${at + 1}`, template, values })),
);

describe('the templates', () => {
  it('cover what a desk writes, each tried with three sets of values', () => {
    expect(templates.length).toBeGreaterThanOrEqual(17);
    for (const { id } of templates) expect(templateSamples[id], id).toHaveLength(3);
    expect(Object.keys(templateSamples).sort()).toEqual(templates.map(({ id }) => id).sort());
  });

  it.each(cases)('$name: is complete and leaves no blank', ({ template, values }) => {
    const { document, missing, problems, complete, citations } = fillTemplate(template, values, deps);
    expect({ missing, problems, complete }).toEqual({ missing: [], problems: [], complete: true });
    const text = documentText(document);
    expect(text).not.toMatch(/【|\{\{|\}\}|undefined|null|NaN|____|，，|。。|（）|；。|、。|，。/);
    for (const [at, block] of document.blocks.entries()) {
      if (block.kind === 'signature') continue;
      const isIntroducing = block.kind !== 'party' && at + 1 < document.blocks.length;
      expect(blockText(block)).not.toMatch(isIntroducing ? /（$/ : /[：（]$/);
    }
    expect(citations).toEqual(expect.arrayContaining([...template.provisions]));
  });

  it.each(cases)('$name: ends each sentence once, however its values end', ({ template, values }) => {
    for (const ending of ['', '。', '； ']) {
      const { document } = fillTemplate(template, withEndings(template.fields, values, ending), deps);
      const text = documentText(document);
      expect(text).not.toMatch(/[。；，：、][。；，：、]|[。；，、]）/);
      for (const block of document.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item')) {
        expect(blockText(block)).toMatch(/[。；：！？]$/);
      }
    }
  });

  it.each(cases)('$name: writes every sum in figures and in the same capitals', ({ template, values }) => {
    const text = documentText(fillTemplate(template, values, deps).document);
    for (const [, figures = '', capitals] of text.matchAll(/([\d,]+(?:\.\d\d)?)元（大写：人民币([^）]+)）/g)) {
      expect(capitals).toBe(rmbCapitals(Number(figures.replaceAll(',', ''))));
    }
    for (const sum of sumsOf(template.fields, values))
      expect(text).toContain(sum.toLocaleString('en-US').split('.')[0]);
  });

  it.each(cases)('$name: refers only to numbers that are there', ({ template, values }) => {
    const { blocks } = fillTemplate(template, values, deps).document;
    const items = Math.max(
      0,
      ...blocks.map((block) => (block.kind === 'item' ? Number.parseInt(blockText(block), 10) : 0)),
    );
    const articles = blocks.filter(({ kind }) => kind === 'article').map((block) => blockText(block).split('　')[0]);
    for (const block of blocks.filter(({ kind }) => kind !== 'article')) {
      for (const [, number] of blockText(block).matchAll(/上述第(\d+)项/g))
        expect(Number(number)).toBeLessThanOrEqual(items);
      if (template.layout !== 'contract') continue;
      for (const [, article] of blockText(block).matchAll(/(?<!》)(第[一二三四五六七八九十]{1,3}条)(?!的规定)/g)) {
        expect(articles).toContain(article);
      }
    }
  });

  it.each(cases)('$name: names each required thing that is left out, and marks it', ({ template, values }) => {
    for (const { key, without, label, marked } of withoutEach(template.fields, values)) {
      const { missing, complete, document } = fillTemplate(template, without, deps);
      const named = missing.find((field) => field.key === key);
      expect(named, `${key} of ${label}`).toBeDefined();
      expect(named?.label).not.toBe('');
      expect(named?.question).toMatch(/[？。]/);
      expect(complete).toBe(false);
      const text = documentText(document);
      expect(text, key).toContain(`【待补：${marked}`);
      expect(text).not.toMatch(/undefined|null|NaN|\{\{/);
    }
  });

  it.each(templates.map((template) => ({ id: template.id, template })))(
    '$id: an empty form asks for all and shows its blanks',
    ({ template }) => {
      const { missing, document, complete } = fillTemplate(template, {}, deps);
      const asked = template.fields.filter(({ required, when }) => required && when.length === 0).map(({ key }) => key);
      expect(missing.map(({ key }) => key)).toEqual(expect.arrayContaining(asked));
      expect(complete).toBe(false);
      expect(documentText(document)).toContain('【待补：');
    },
  );
});

function sumsOf(fields: readonly Field[], values: Values): number[] {
  return fieldsInPlay(fields, values)
    .filter(({ type, key }) => type === 'money' && typeof values[key] === 'number')
    .map(({ key }) => Number(values[key]));
}

/** The values with other last characters of what was typed: of texts, of cells and of addresses. */
function withEndings(fields: readonly Field[], values: Values, ending: string): Values {
  const ended = (typed: unknown) => (typeof typed === 'string' ? `${typed.replace(/[。；]$/, '')}${ending}` : typed);
  const isText = ({ type }: Pick<Field, 'type'> | Column) => type === 'text' || type === 'long-text';
  const changed = fields.map((field) => {
    const value = values[field.key];
    if (isText(field)) return [field.key, ended(value)];
    if (field.type === 'rows' && Array.isArray(value)) {
      const columns = new Set((field.columns ?? []).filter(isText).map(({ key }) => key));
      const cell = ([key, typed]: [string, unknown]) => [key, columns.has(key) ? ended(typed) : typed];
      return [field.key, value.map((row: object) => Object.fromEntries(Object.entries(row).map(cell)))];
    }
    if (!['party', 'person', 'organisation'].includes(field.type) || value === undefined) return [field.key, value];
    const parties = partiesOf(value).map((party) => ({ ...party, address: ended(party.address) }));
    return [field.key, Array.isArray(value) ? parties : parties[0]];
  });
  return Object.fromEntries(changed);
}

/** The values without one required field, one needed part of a party, or one required cell of a row. */
function withoutEach(fields: readonly Field[], values: Values) {
  return fieldsInPlay(fields, values).flatMap((field) => {
    const { key, label, required } = field;
    const value = values[key];
    if (value === undefined) return [];
    const marked = field.type === 'rows' ? '' : label;
    const whole = required ? [{ key, label, marked, without: { ...values, [key]: undefined } }] : [];
    if (field.type === 'rows') return [...whole, ...withoutCells(key, label, field.columns ?? [], value, values)];
    if (!['party', 'person', 'organisation'].includes(field.type)) return whole;
    const parties = partiesOf(value);
    const parts = parties.flatMap((party, at) =>
      neededParts(field, party).map((part) => {
        const changed = parties.map((each, index) => (index === at ? { ...each, [part]: undefined } : each));
        const place = parties.length > 1 ? `${key}.${at + 1}.${part}` : `${key}.${part}`;
        return {
          key: place,
          label,
          marked,
          without: { ...values, [key]: Array.isArray(value) ? changed : changed[0] },
        };
      }),
    );
    return [...whole, ...parts];
  });
}

function withoutCells(key: string, label: string, columns: readonly Column[], value: unknown, values: Values) {
  const rows = value as Record<string, unknown>[];
  return rows.flatMap((_, at) =>
    columns
      .filter(({ required }) => required)
      .map((column) => ({
        key: `${key}.${at + 1}.${column.key}`,
        label,
        marked: column.label,
        without: {
          ...values,
          [key]: rows.map((row, index) => (index === at ? { ...row, [column.key]: undefined } : row)),
        },
      })),
  );
}
