import { describe, expect, it } from 'vitest';
import { homeOf, maySee, safeNext } from './may-see.ts';

describe('who sees what', () => {
  it('shows a client the portal alone', () => {
    expect(maySee('client', 'portal')).toBe(true);
    for (const part of ['desk', 'archive', 'corpus', 'upload', 'audit', 'users'] as const) {
      expect(maySee('client', part)).toBe(false);
    }
    expect(homeOf('client')).toBe('/ask');
  });

  it('keeps the audit log to supervisors and admins, people to admins', () => {
    expect(maySee('agent', 'audit')).toBe(false);
    expect(maySee('supervisor', 'audit')).toBe(true);
    expect(maySee('supervisor', 'users')).toBe(false);
    expect(maySee('admin', 'users')).toBe(true);
  });
});

describe('safeNext', () => {
  it('takes a path of this site', () => {
    expect(safeNext('/desk/matters/1?tab=basis')).toBe('/desk/matters/1?tab=basis');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in', undefined])(
    'refuses %s',
    (next) => {
      expect(safeNext(next)).toBeNull();
    },
  );
});
