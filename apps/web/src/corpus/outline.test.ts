import { expect, it } from 'vitest';
import { lawOutline } from './outline.ts';

it('lists each heading once, with its depth and where it begins', () => {
  const outline = lawOutline([
    { id: '1', path: ['第一编 总则', '第一章 基本规定'] },
    { id: '2', path: ['第一编 总则', '第一章 基本规定'] },
    { id: '3', path: ['第一编 总则', '第二章 自然人', '第一节 能力'] },
    { id: '4', path: ['第二编 物权', '第一章 基本规定'] },
  ]);
  expect(outline).toEqual([
    { title: '第一编 总则', depth: 0, provisionId: '1' },
    { title: '第一章 基本规定', depth: 1, provisionId: '1' },
    { title: '第二章 自然人', depth: 1, provisionId: '3' },
    { title: '第一节 能力', depth: 2, provisionId: '3' },
    { title: '第二编 物权', depth: 0, provisionId: '4' },
    { title: '第一章 基本规定', depth: 1, provisionId: '4' },
  ]);
});

it('is empty for a text without headings', () => {
  expect(lawOutline([{ id: '1', path: [] }])).toEqual([]);
});
