import type { Role } from '@lutai/contracts';

/** The parts of the app and who enters them; the API decides again for each request. */
export type Part = 'portal' | 'desk' | 'archive' | 'corpus' | 'tools' | 'upload' | 'audit' | 'users';

const entrants: Record<Part, readonly Role[]> = {
  portal: ['client'],
  desk: ['agent', 'supervisor', 'admin'],
  archive: ['agent', 'supervisor', 'admin'],
  corpus: ['agent', 'knowledge-manager', 'supervisor', 'admin'],
  tools: ['client', 'agent', 'knowledge-manager', 'supervisor', 'admin'],
  upload: ['knowledge-manager', 'admin'],
  audit: ['supervisor', 'admin'],
  users: ['admin'],
};

export function maySee(role: Role, part: Part): boolean {
  return entrants[part].includes(role);
}

export function homeOf(role: Role): '/ask' | '/desk' | '/corpus' {
  if (role === 'client') return '/ask';
  return role === 'knowledge-manager' ? '/corpus' : '/desk';
}

/** Where to go after signing in: only a path of this site, never another address. */
export function safeNext(next: string | undefined): string | null {
  if (next === undefined || !next.startsWith('/') || /^\/[/\\]/.test(next)) return null;
  return next.startsWith('/sign-') ? null : next;
}
