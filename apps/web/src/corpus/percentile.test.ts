import { expect, it } from 'vitest';
import { percentile } from './percentile.ts';

it('percentile is one of the values, whatever their order', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(percentile(values, 0.95)).toBe(19);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.95)).toBeNull();
});
