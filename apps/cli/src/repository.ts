import { fileURLToPath } from 'node:url';

/** Where this program lies: `corpus/` and `apps/web` are found from here. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));
