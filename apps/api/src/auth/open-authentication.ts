import { recordSignUp } from '../accounts/record-sign-up.ts';
import type { ComposedDesk } from '../compose/compose-desk.ts';
import { readSecret } from '../data-folder/read-secret.ts';
import { type Authentication, createAuthentication } from './create-authentication.ts';

/** Authentication over the desk's database; only a server needs it. */
export async function openAuthentication(
  { deps, config }: ComposedDesk,
  { limitSignIns = true } = {},
): Promise<Authentication> {
  const { db, logger, publicUrl, dataFolder } = deps;
  return createAuthentication({
    db,
    logger,
    publicUrl,
    limitSignIns,
    secret: await readSecret(dataFolder, config.secret),
    onSignUp: (user) => recordSignUp(deps, user),
  });
}
