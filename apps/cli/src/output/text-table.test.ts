import { expect, it } from 'vitest';
import { textTable } from './text-table.ts';

it('lines up columns, a Chinese character taking the room of two letters', () => {
  expect(
    textTable([
      ['', 'recall@10', '差'],
      ['全部', '0.5', ''],
      ['去掉 lexical', '0.25', '-0.25'],
    ]),
  ).toEqual(['              recall@10     差', '全部                0.5', '去掉 lexical       0.25  -0.25']);
  expect(textTable([])).toEqual([]);
});
