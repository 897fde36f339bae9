import { Outlet } from '@tanstack/react-router';
import { ForbiddenPage } from '../shell/plain-pages.tsx';
import { maySee, type Part } from './may-see.ts';
import { useMe } from './use-me.ts';

/** The pages of one part, for those who may enter it; the others are told so. */
export function Gate({ part }: { part: Part }) {
  const me = useMe();
  return maySee(me.role, part) ? <Outlet /> : <ForbiddenPage />;
}
