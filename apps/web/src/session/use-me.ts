import type { User } from '@lutai/contracts';
import { getRouteApi } from '@tanstack/react-router';

const signedIn = getRouteApi('/signed-in');

/** Who is signed in; for pages behind the sign-in. */
export function useMe(): User {
  return signedIn.useRouteContext().me;
}
