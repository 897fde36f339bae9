import type { CalculatorField } from '@lutai/contracts';

/** Kinds of fields that hold several items in one line of words. */
export type RowsKind = Extract<CalculatorField['kind'], 'payments' | 'spans' | 'lpr'>;
export type Row = readonly string[];

const forms: Record<RowsKind, { width: number; read: RegExp; join: (cells: Row) => string }> = {
  payments: { width: 2, read: /[:：=]/u, join: ([day = '', sum = '']) => `${day}:${sum}` },
  spans: { width: 2, read: /\//u, join: ([from = '', to = '']) => `${from}/${to}` },
  lpr: { width: 3, read: /[:：=/]/u, join: ([day = '', one = '', five = '']) => `${day}=${one}${five && `/${five}`}` },
};

export const isRowsKind = (kind: CalculatorField['kind']): kind is RowsKind => kind in forms;
export const emptyRow = (kind: RowsKind): Row => Array.from({ length: forms[kind].width }, () => '');

/** `2024-05-01:5000, 2024-06-01:3000` as rows of cells; '' is no rows. */
export function readRows(kind: RowsKind, words: string): Row[] {
  const { width, read } = forms[kind];
  return words
    .split(/[,，;；]/u)
    .filter((item) => item.trim() !== '')
    .map((item) => {
      const cells = item.split(read).map((cell) => cell.trim());
      return Array.from({ length: width }, (_, at) => cells[at] ?? '');
    });
}

/** Rows as the words that the calculator reads; rows without anything in them are left out. */
export function writeRows(kind: RowsKind, rows: readonly Row[]): string {
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map(forms[kind].join)
    .join(', ');
}

/** The help of a field without how its items are typed in one line, which a form of rows asks nobody to do. */
export const withoutSyntax = (help: string): string =>
  help.replace(/[，：]?(日期:金额|起\/止|公布日=[^，]*)(，多项用逗号隔开)?/u, '');
