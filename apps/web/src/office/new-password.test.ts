import { expect, it } from 'vitest';
import { newPassword } from './new-password.ts';

it('is long, easy to read out, and another each time', () => {
  expect(newPassword()).toMatch(/^([a-km-z2-9A]{4}-){3}[a-km-z2-9A]{4}$/);
  expect(newPassword()).not.toBe(newPassword());
});
