import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { lockDataFolder } from './data-lock.ts';
import { newestDump, writeDump } from './dump.ts';
import * as schema from './schema/index.ts';

/** One schema over two engines; the type that both Drizzle drivers share. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenDatabase {
  readonly db: Database;
  readonly engine: 'pglite' | 'postgres';
  /** Writes a dump beside the embedded database and gives its path; null on PostgreSQL, whose backups are its own. */
  dump(): Promise<string | null>;
  close(): Promise<void>;
}

export const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'migrations');

/**
 * Opens the embedded database in `dataDir` (exclusive to this process: throws DataFolderBusy) or the PostgreSQL at
 * `url`, and brings its schema up to date. An embedded database that does not open any more is never overwritten: the
 * error names the newest dump to restore from.
 */
export async function openDatabase(at: { dataDir: string } | { url: string }): Promise<OpenDatabase> {
  return 'url' in at ? openPostgres(at.url) : openEmbedded(at.dataDir);
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(dataDir);
  try {
    const client = await PGlite.create(path.join(dataDir, 'db')).catch(async (cause: unknown) => {
      const dump = await newestDump(dataDir);
      throw new Error(
        `数据库 ${path.join(dataDir, 'db')} 无法打开。${dump ? `最近的备份：${dump}，可用 lutai restore 恢复。` : '没有找到备份。'}`,
        { cause },
      );
    });
    const db = drizzlePglite(client, { schema });
    await migratePglite(db, { migrationsFolder });
    return {
      // Both drivers implement PgDatabase; only their raw result type differs, which `rows` hides.
      db: db as unknown as Database,
      engine: 'pglite',
      dump: () => writeDump(client, dataDir),
      async close() {
        await client.close();
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

/** Migrations of several replicas that start together wait for each other under this advisory lock. */
const migrationLock = 7_412_001;

async function openPostgres(url: string): Promise<OpenDatabase> {
  const client = postgres(url, { max: 10, onnotice: () => {} });
  const migrator = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrator`select pg_advisory_lock(${migrationLock})`;
    await migratePostgres(drizzlePostgres(migrator), { migrationsFolder });
  } catch (cause) {
    await client.end({ timeout: 1 });
    throw cause;
  } finally {
    await migrator.end({ timeout: 1 });
  }
  return {
    // As above.
    db: drizzlePostgres(client, { schema }) as unknown as Database,
    engine: 'postgres',
    dump: async () => null,
    close: () => client.end({ timeout: 5 }),
  };
}
