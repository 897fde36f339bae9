import { describe, expect, it } from 'vitest';
import { checkAccount } from './check-account.ts';

describe('checkAccount', () => {
  it('names each field that is missing', () => {
    expect(checkAccount({ name: ' ', email: '', password: '' }, { isNew: true })).toEqual({
      name: 'name',
      email: 'email',
      password: 'password',
    });
  });

  it('asks a new password, not an old one, to be long', () => {
    const fields = { email: 'a@example.com', password: 'short' };
    expect(checkAccount(fields, { isNew: true })).toEqual({ password: 'shortPassword' });
    expect(checkAccount(fields, { isNew: false })).toEqual({});
  });

  it('tells what is no address', () => {
    expect(checkAccount({ email: 'a@b', password: 'long enough' }, { isNew: true }).email).toBe('badEmail');
    expect(checkAccount({ email: ' a@b.cn ', password: 'long enough' }, { isNew: true }).email).toBeUndefined();
  });
});
