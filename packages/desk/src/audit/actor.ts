import type { AgentLevel, Role } from '@lutai/contracts';

/** Who asks for something to be done: a signed-in person. `level` is an agent's, else null. */
export type Actor = { id: string; name: string; role: Role; level: AgentLevel | null };
