export { approveAs } from './accounts/approve-as.ts';
/** The desk without its HTTP face, for a single command: what a server needs besides is in `index.ts`. */
export { createAccount } from './accounts/create-account.ts';
export { commandLine } from './auth/actor.ts';
export { backUp } from './backup/back-up.ts';
export { restoreBackup } from './backup/restore-backup.ts';
export { type ComposedDesk, composeDesk, type DeskConfig } from './compose/compose-desk.ts';
export { type OpenedModel, openModel } from './compose/open-model.ts';
export { createLogger } from './create-logger.ts';
export type { DeskVerbs } from './desk-verbs.ts';
