import { expect, it } from 'vitest';
import { findTemplates } from './find-templates.ts';

const template = (id: string, name: string, purpose: string) => ({
  ...{ id, name, purpose, kind: 'contract', usedBy: '当事人', provisions: [], fields: 3 },
});
const templates = [
  template('loan', '借款合同', '出借一笔钱，写清利息'),
  template('iou', '借条', '收到借款后出具'),
  template('will', '遗嘱', '安排身后的财产'),
];
const found = (words: string) => findTemplates(templates, words).map(({ id }) => id);

it('finds templates by words of their name or purpose, those named so first', () => {
  expect(found('')).toEqual(['loan', 'iou', 'will']);
  expect(found('借条')).toEqual(['iou']);
  expect(found('出')).toEqual(['loan', 'iou']);
  expect(found('借款')).toEqual(['loan', 'iou']);
  expect(found('借 利息')).toEqual(['loan']);
  expect(found('租赁')).toEqual([]);
});
