import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';

describe('isOwnOrigin', () => {
  it.each([
    ['http://127.0.0.1:8787', '127.0.0.1:8787'],
    ['http://localhost:8787', 'localhost:8787'],
    ['http://[::1]:8787', '[::1]:8787'],
    ['http://192.168.1.20:8787', '192.168.1.20:8787'],
  ])('accepts the page %s of the host it was served from', (origin, host) => {
    expect(isOwnOrigin(origin, host, null)).toBe(true);
  });

  it.each([
    ['another port', 'http://127.0.0.1:9999', '127.0.0.1:8787'],
    ['another site', 'https://evil.example', '127.0.0.1:8787'],
    ['a name that was pointed at this machine', 'http://evil.example:8787', 'evil.example:8787'],
    ['a sandboxed page', 'null', '127.0.0.1:8787'],
  ])('refuses %s', (_what, origin, host) => {
    expect(isOwnOrigin(origin, host, null)).toBe(false);
  });

  it('accepts the public address alone where there is one', () => {
    expect(isOwnOrigin('https://desk.example.cn', 'internal:8787', 'https://desk.example.cn')).toBe(true);
    expect(isOwnOrigin('http://127.0.0.1:8787', '127.0.0.1:8787', 'https://desk.example.cn')).toBe(false);
  });
});
