import type { MatterSummary, Risk, Role, User } from '@lutai/contracts';

/** Those who write and approve what goes out; an admin looks after the desk and signs nothing. */
export function maySign(role: Role): boolean {
  return role === 'agent' || role === 'supervisor';
}

/** Why somebody may not approve alone: the draft's risk, or how hard or urgent the matter is. */
export type LevelReason = 'high-risk' | 'complex' | 'medium-risk' | 'moderate' | 'critical';

/**
 * What asks for a higher level than this person has; null where nothing does. What was never triaged counts as the
 * hardest. `risk` is null for what was drafted before there was any.
 */
export function needsHigherLevel(
  me: Pick<User, 'role' | 'level'>,
  matter: Pick<MatterSummary, 'complexity' | 'urgency'>,
  risk: Pick<Risk, 'level'> | null,
): LevelReason | null {
  if (me.role === 'supervisor' || me.level === 'senior' || me.level === 'specialist') return null;
  const complexity = matter.complexity ?? 'complex';
  if (risk?.level === 'high') return 'high-risk';
  if (complexity === 'complex') return 'complex';
  if (me.level === 'intermediate') return null;
  if (risk?.level === 'medium') return 'medium-risk';
  if (complexity === 'moderate') return 'moderate';
  return (matter.urgency ?? 'critical') === 'critical' ? 'critical' : null;
}
