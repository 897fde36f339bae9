import { z } from 'zod';
import { type Exact, readDecimal } from './exact.ts';
import type { LprEntry } from './lpr-table.ts';
import { readRate, type StatedRate } from './rate-words.ts';

export type Payment = { day: string; amount: Exact };
/** Both days included. */
export type Span = { from: string; to: string };

/** What the words of a field are read as. Sums are yuan, percentages shares (0.3 for 30%). */
export type FieldValues = {
  money: Exact;
  percent: Exact;
  number: Exact;
  rate: StatedRate;
  day: string;
  count: number;
  text: string;
  payments: Payment[];
  spans: Span[];
  lpr: LprEntry[];
};
export type FieldKind = keyof FieldValues | 'choice';

/** One field of a calculator's form. Without `required` or `fallback` it may be left out. */
export type Field = {
  kind: FieldKind;
  label: string;
  help: string;
  required?: true;
  fallback?: string;
  choices?: readonly { readonly id: string; readonly label: string }[];
};
export type Fields = { readonly [id: string]: Field };

type ValueOf<One extends Field> = One extends { choices: readonly { id: infer Choice }[] }
  ? Choice
  : One['kind'] extends keyof FieldValues
    ? FieldValues[One['kind']]
    : never;
/** The values of a form: null where a field may be left out and was. */
export type Values<All extends Fields> = {
  [Id in keyof All]: All[Id] extends { required: true } | { fallback: string }
    ? ValueOf<All[Id]>
    : ValueOf<All[Id]> | null;
};

const isDay = (text: string) => z.iso.date().safeParse(text).success;
const parts = (text: string) => text.split(/[,，;；]/u).map((part) => part.trim());

/** Each reads its words; null where they do not fit. */
const readers: { [Kind in keyof FieldValues]: (text: string) => FieldValues[Kind] | null } = {
  money: (text) => readDecimal(text.replace(/元$/u, '')),
  percent: (text) => {
    const read = readDecimal(text.normalize('NFKC').replace(/%$/u, ''));
    return read === null ? null : { over: read.over, under: read.under * 100n };
  },
  number: readDecimal,
  rate: readRate,
  day: (text) => (isDay(text) ? text : null),
  count: (text) => (/^\d{1,6}$/u.test(text) ? Number(text) : null),
  text: (text) => text,
  payments: (text) => whole(parts(text).map(readPayment)),
  spans: (text) => whole(parts(text).map(readSpan)),
  lpr: (text) => whole(parts(text).map(readLpr)),
};

const whole = <Item>(items: (Item | null)[]): Item[] | null => {
  const read = items.filter((item) => item !== null);
  return read.length === items.length ? read : null;
};

function readPayment(text: string): Payment | null {
  const [, day = '', sum = ''] = /^([\d-]{10})[:：=]([\d.]+)$/u.exec(text) ?? [];
  const amount = readDecimal(sum);
  return isDay(day) && amount !== null ? { day, amount } : null;
}

function readSpan(text: string): Span | null {
  const [from = '', to = ''] = text.split('/');
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

function readLpr(text: string): LprEntry | null {
  const [, day = '', one = '', five = one] = /^([\d-]{10})[:：=]([\d.]+)(?:\/([\d.]+))?$/u.exec(text) ?? [];
  return isDay(day) && readDecimal(one) !== null && readDecimal(five) !== null ? { day, '1y': one, '5y': five } : null;
}

const forms: Record<FieldKind, string> = {
  money: '须是不为负的金额，如 12300.50',
  percent: '须是百分数，如 30%',
  number: '须是不为负的数，如 1.5',
  rate: '须写明年、月或日的利率，如 年利率12%、月息1.5分、日万分之五',
  day: '须是 YYYY-MM-DD 形式的日期',
  count: '须是整数',
  text: '须是文字',
  payments: '须是 日期:金额，多项用逗号隔开，如 2024-05-01:5000',
  spans: '须是 起/止，多项用逗号隔开，如 2024-05-01/2024-06-30',
  lpr: '须是 日期=一年期/五年期以上，如 2026-10-20=3.0/3.5',
  choice: '须是所列的一项',
};

export type FieldIssue = { field: string; message: string };

/** Reads the words of a form. `missing` are required fields left out; `issues` what does not fit. */
export function readFields(
  fields: Fields,
  raw: Readonly<Record<string, string | undefined>>,
): { values: Record<string, unknown>; missing: string[]; issues: FieldIssue[] } {
  const values: Record<string, unknown> = {};
  const missing: string[] = [];
  const issues: FieldIssue[] = Object.keys(raw)
    .filter((id) => fields[id] === undefined)
    .map((id) => ({ field: id, message: '没有这一项' }));
  for (const [id, field] of Object.entries(fields)) {
    const text = (raw[id] ?? '').trim() || field.fallback;
    if (text === undefined) {
      values[id] = null;
      if (field.required) missing.push(id);
      continue;
    }
    const value = readField(field, text);
    if (value === null) issues.push({ field: id, message: `${field.label}${formOf(field)}，收到“${text}”` });
    values[id] = value;
  }
  return { values, missing, issues };
}

const readField = ({ kind, choices = [] }: Field, text: string): unknown =>
  kind === 'choice' ? (choices.find(({ id }) => id === text)?.id ?? null) : readers[kind](text);

const formOf = ({ kind, choices }: Field) =>
  kind === 'choice' ? `须是 ${choices?.map(({ id }) => id).join('、')} 之一` : forms[kind];
