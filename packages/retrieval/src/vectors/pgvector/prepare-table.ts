import { z } from 'zod';
import { PgVectorError } from './pgvector-error.ts';
import type { SqlRunner } from './sql-runner.ts';
import { COLUMNS, layOutTable, type TableLayout, type TableOptions, tableStatements } from './vector-table-layout.ts';

/** The first with iterative scans: without them a filter leaves a search with fewer finds than were asked for. */
const OLDEST_VERSION = [0, 8, 0] as const;
/** Replicas that start together make the table one after the other under this advisory lock. */
const LOCK = 'select pg_advisory_xact_lock(7412002)';

const extensionRows = z.array(z.object({ version: z.string(), schema: z.string() }));
const columnRows = z.array(z.object({ name: z.string(), type: z.string(), modifier: z.number() }));
const commentRows = z.array(z.object({ comment: z.string().nullable() }));

/** Sees that the extension and a table that fits are there, making both where it may. Throws PgVectorError. */
export async function prepareTable(sql: SqlRunner, options: TableOptions): Promise<TableLayout> {
  const extension = (await findExtension(sql)) ?? (await createExtension(sql));
  if (isOlder(extension.version)) {
    throw new PgVectorError(
      'extension-old',
      `the database has pgvector ${extension.version}, and ${OLDEST_VERSION.join('.')} or later is needed: install it on the server and run "alter extension vector update"`,
    );
  }
  const layout = layOutTable(options, extension.schema);
  const create = tableStatements(layout, options.partitions).map((text) => ({ text }));
  await sql([{ text: LOCK }, ...create]);
  await refuseOther(sql, layout, options.modelId);
  return layout;
}

async function findExtension(sql: SqlRunner) {
  const [rows] = await sql([
    {
      text: `select extversion as version, nspname as schema from pg_extension
        join pg_namespace on pg_namespace.oid = extnamespace where extname = 'vector'`,
    },
  ]);
  return extensionRows.parse(rows)[0] ?? null;
}

async function createExtension(sql: SqlRunner) {
  try {
    await sql([{ text: LOCK }, { text: 'create extension if not exists vector' }]);
  } catch (cause) {
    throw extensionError(cause);
  }
  const made = await findExtension(sql);
  if (!made) throw new PgVectorError('extension-missing', 'the extension "vector" was made and is not there');
  return made;
}

function extensionError(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  // 42501: no permission. 0A000 and 58P01: PostgreSQL has no such extension to create.
  if (code === '42501') {
    const todo = 'let its owner or a superuser run "create extension vector" in it once';
    return new PgVectorError('extension-forbidden', `this user may not add pgvector to the database: ${todo}`, {
      cause,
    });
  }
  if (code === '0A000' || code === '58P01') {
    const todo =
      'install the package of pgvector for its version of PostgreSQL (for example postgresql-17-pgvector), or open PGlite with `extensions: { vector }` of @electric-sql/pglite-pgvector';
    return new PgVectorError('extension-missing', `the database server has no pgvector: ${todo}`, { cause });
  }
  return cause;
}

function isOlder(version: string): boolean {
  const numbers = version.split('.').map(Number);
  for (const [place, oldest] of OLDEST_VERSION.entries()) {
    const number = numbers[place] ?? 0;
    if (number !== oldest) return number < oldest;
  }
  return false;
}

async function refuseOther(sql: SqlRunner, layout: TableLayout, modelId: string): Promise<void> {
  const { table, element, dimensions } = layout;
  const [columns, comments] = await sql([
    {
      text: `select attname as name, typname as type, atttypmod as modifier from pg_attribute
        join pg_type on pg_type.oid = atttypid
        where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
    },
    { text: `select obj_description('${table}'::regclass, 'pg_class') as comment` },
  ]);
  const found = new Map(columnRows.parse(columns).map((column) => [column.name, column]));
  const todo = 'name another table, or drop this one and fill it again';
  for (const [name, type] of Object.entries(COLUMNS)) {
    if (found.get(name)?.type === type) continue;
    throw new PgVectorError('table-differs', `the table ${table} has no column ${name} of type ${type}: ${todo}`);
  }
  const embedding = found.get('embedding');
  if (embedding?.type !== element || embedding.modifier !== dimensions) {
    const holds = embedding ? `${embedding.type}(${embedding.modifier})` : 'no vectors';
    throw new PgVectorError(
      'table-differs',
      `the table ${table} holds ${holds}, and ${element}(${dimensions}) is needed: ${todo}`,
    );
  }
  const comment = commentRows.parse(comments)[0]?.comment ?? null;
  const ours = commentOf(modelId);
  if (comment === null) await sql([{ text: `comment on table ${table} is '${ours.replaceAll("'", "''")}'` }]);
  else if (comment !== ours) {
    throw new PgVectorError('other-model', `the table ${table} says "${comment}", not "${ours}": ${todo}`);
  }
}

const commentOf = (modelId: string) => `Vectors of the model ${modelId}`;
