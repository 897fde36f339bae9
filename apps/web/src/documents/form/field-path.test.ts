import { describe, expect, it } from 'vitest';
import { cellPath, fieldOf, fieldsMissing, jumpTargets, partPath } from './field-path.ts';

describe('places of a form', () => {
  it('are named as the API names what is missing', () => {
    expect(partPath('defendants', 'address', 0, 1)).toBe('defendants.address');
    expect(partPath('defendants', 'address', 1, 2)).toBe('defendants.2.address');
    expect(cellPath('sums', 1, 'amount')).toBe('sums.2.amount');
  });

  it('are jumped to, else what holds them', () => {
    expect(jumpTargets('sums.2.amount')).toEqual(['field-sums.2.amount', 'field-sums.2', 'field-sums']);
    expect(fieldOf('sums.2.amount')).toBe('sums');
  });

  it('that lack something are listed once, in the form’s order, and only where they are asked for', () => {
    const field = (key: string, asked = true) => ({
      ...{ key, asked, label: key, question: key, type: 'text' as const, required: true, many: false },
      needs: { person: [], organisation: [] },
    });
    const fields = [field('court'), field('sums'), field('left', false)];
    expect(
      fieldsMissing(fields, [{ key: 'sums.2.amount' }, { key: 'sums.1.what' }, { key: 'left' }, { key: 'court' }]),
    ).toEqual(['court', 'sums']);
  });
});
