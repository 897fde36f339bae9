import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import postgres from 'postgres';
import { type Database, migrationsFolder, type OpenDatabase, openDatabase } from '../open-database.ts';
import * as schema from '../schema/index.ts';

export type TestEngine = OpenDatabase['engine'];

/** The engines that a shared suite runs against: PGlite always, PostgreSQL where TEST_DATABASE_URL names one. */
export const testEngines: TestEngine[] = process.env.TEST_DATABASE_URL ? ['pglite', 'postgres'] : ['pglite'];

let migrated: Promise<Blob> | undefined;

/** A fresh database with the real migrations; close it when the test is over. */
export async function openTestDatabase(engine: TestEngine = 'pglite'): Promise<OpenDatabase> {
  if (engine === 'postgres') return openTestPostgres();
  migrated ??= migratedSnapshot();
  const client = await PGlite.create({ loadDataDir: await migrated });
  return {
    // The PGlite driver implements PgDatabase; only its raw result type differs, which `rows` hides.
    db: drizzle(client, { schema }) as unknown as Database,
    engine: 'pglite',
    dump: async () => null,
    close: () => client.close(),
  };
}

/** Migrating costs more than copying, so it is done once a process. */
async function migratedSnapshot(): Promise<Blob> {
  const client = await PGlite.create();
  await migrate(drizzle(client), { migrationsFolder });
  const blob = await client.dumpDataDir('none');
  await client.close();
  return blob;
}

async function openTestPostgres(): Promise<OpenDatabase> {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) throw new Error('TEST_DATABASE_URL is not set');
  const name = `lutai_test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  const opened = await openDatabase({ url: url.href });
  return {
    ...opened,
    async close() {
      await opened.close();
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end({ timeout: 1 });
    },
  };
}
