import type { MatterSummary, Role, User } from '@lutai/contracts';

/** Those who write and approve what goes out; an admin looks after the desk and signs nothing. */
export function maySign(role: Role): boolean {
  return role === 'agent' || role === 'supervisor';
}

/** Whether a matter is harder than this person may approve alone. What was never triaged counts as the hardest. */
export function needsHigherLevel(
  me: Pick<User, 'role' | 'level'>,
  matter: Pick<MatterSummary, 'complexity' | 'urgency'>,
): boolean {
  if (me.role === 'supervisor' || me.level === 'senior' || me.level === 'specialist') return false;
  const complexity = matter.complexity ?? 'complex';
  if (complexity === 'complex') return true;
  if (me.level === 'intermediate') return false;
  return complexity === 'moderate' || (matter.urgency ?? 'critical') === 'critical';
}
