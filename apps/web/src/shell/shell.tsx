import { useMe } from '../session/use-me.ts';
import { ClientShell } from './client-shell.tsx';
import { StaffShell } from './staff-shell.tsx';

/** A client sees a quiet page of their own matters; everyone else the desk with its rail. */
export function Shell() {
  const me = useMe();
  return me.role === 'client' ? <ClientShell /> : <StaffShell />;
}
