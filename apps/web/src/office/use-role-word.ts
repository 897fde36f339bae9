import { roles } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';

/** A role in plain words; what is no person (a job of the desk) is called by its own name. */
export function useRoleWord(): (role: string) => string {
  const { words, office } = useStrings();
  return (role) => {
    const known = roles.find((each) => each === role);
    if (known) return words.role[known];
    return role === 'system' ? office.audit.system : role;
  };
}
