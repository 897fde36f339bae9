import type { User } from '@lutai/contracts';
import type { Actor } from '@lutai/desk';

export const toActor = ({ id, name, role, level }: User): Actor => ({ id, name, role, level });

/** Who holds the data folder's token may do all that its owner may. */
export const commandLine: Actor = { id: 'command-line', name: '命令行', role: 'admin', level: null };
