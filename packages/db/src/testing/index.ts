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

/** Closed test databases of this process, emptied, for the next test: starting PGlite costs a second, emptying it little. */
const idle: PGlite[] = [];

/** A fresh database with the real migrations; close it when the test is over. */
export async function openTestDatabase(engine: TestEngine = 'pglite'): Promise<OpenDatabase> {
  if (engine === 'postgres') return openTestPostgres();
  const client = idle.pop() ?? (await openMigrated());
  let open = true;
  return {
    // The PGlite driver implements PgDatabase; only its raw result type differs, which `rows` hides.
    db: drizzle(client, { schema }) as unknown as Database,
    engine: 'pglite',
    dump: async () => null,
    async close() {
      if (!open) return;
      open = false;
      await empty(client);
      idle.push(client);
    },
  };
}

async function openMigrated(): Promise<PGlite> {
  migrated ??= migratedSnapshot();
  return PGlite.create({ loadDataDir: await migrated });
}

/** Leaves the tables as the migrations made them: append-only triggers are off for as long as this takes. */
async function empty(client: PGlite): Promise<void> {
  await client.exec(`
    set session_replication_role = replica;
    do $$
    declare entry record;
    begin
      for entry in select tablename from pg_tables where schemaname = 'public' loop
        execute format('truncate table %I restart identity cascade', entry.tablename);
      end loop;
      for entry in select sequencename from pg_sequences where schemaname = 'public' loop
        execute format('alter sequence %I restart', entry.sequencename);
      end loop;
    end $$;
    insert into corpus_state (id, version) values (1, 0);
    set session_replication_role = default;`);
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
