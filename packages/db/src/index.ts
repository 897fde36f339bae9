export { DataFolderBusy, dataFolderHolder, lockDataFolder } from './data-lock.ts';
export { newestDump } from './dump.ts';
export { type Database, type OpenDatabase, openDatabase, type Transaction } from './open-database.ts';
export { rows } from './rows.ts';
export * from './schema/index.ts';
