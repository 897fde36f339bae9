import type { DocumentInterface } from '@langchain/core/documents';
import { toUnit } from '../vector-table.ts';
import { PgVectorError } from './pgvector-error.ts';
import type { Statement } from './sql-runner.ts';
import type { TableLayout } from './vector-table-layout.ts';

/** Bytes of an id, so that it fits into PostgreSQL's index pages. */
const LONGEST_ID = 1000;
/** Most that pgvector takes for the breadth of a search. */
const WIDEST = 1000;

export interface StoredDocument {
  id: string;
  vector: ArrayLike<number>;
  document: DocumentInterface;
}

/** Puts documents in, each in place of one with the same id; the last of a list counts. */
export function putStatement(layout: TableLayout, documents: readonly StoredDocument[]): Statement {
  const rows = new Map(documents.map((stored) => [stored.id, toRow(layout, stored)]));
  const { table, vectorType } = layout;
  return {
    text: `with incoming as materialized (
        select id, law_id, effective_from, effective_to, content, metadata, embedding::${vectorType} as embedding
        from jsonb_to_recordset($1::text::jsonb) as row (id text, law_id text, effective_from date, effective_to date,
          content text, metadata jsonb, embedding text)
      ), moved as (
        delete from ${table} using incoming where ${table}.id = incoming.id and ${table}.law_id <> incoming.law_id
      )
      insert into ${table} (id, law_id, effective_from, effective_to, content, metadata, embedding)
      select id, law_id, effective_from, effective_to, content, metadata, embedding from incoming
      on conflict (id, law_id) do update set effective_from = excluded.effective_from,
        effective_to = excluded.effective_to, content = excluded.content, metadata = excluded.metadata,
        embedding = excluded.embedding`,
    parameters: [`[${[...rows.values()].join(',')}]`],
  };
}

export function deleteStatement({ table }: TableLayout, ids: readonly string[]): Statement {
  return {
    text: `delete from ${table} where id in (select jsonb_array_elements_text($1::text::jsonb))`,
    parameters: [`[${ids.map((id) => storable(JSON.stringify(id), id)).join(',')}]`],
  };
}

/**
 * The nearest documents in force on a day. As in every index here: unknown bounds are open, and of two versions of one law
 * that unknown dates leave in force the one that began later counts alone. (`offset 0` keeps the planner from turning that
 * look-up into a join over the whole table, which would leave the graph unused.)
 */
export function searchStatement(
  layout: TableLayout,
  vector: ArrayLike<number>,
  count: number,
  asOf: string | null,
): Statement {
  const { table, vectorType, innerProduct } = layout;
  const distance = `near.embedding ${innerProduct} $1::text::${vectorType}`;
  const day = '$3::text::date';
  const inForce = (row: string) =>
    `coalesce(${row}.effective_from, '-infinity') <= ${day} and coalesce(${row}.effective_to, 'infinity') > ${day}`;
  const filter = `where ${inForce('near')} and not exists (
      select from ${table} as later
      where later.law_id = near.law_id and later.law_id <> '' and later.effective_from <= ${day} and ${inForce('later')}
        and later.effective_from > coalesce(near.effective_from, '-infinity') offset 0
    )`;
  return {
    text: `select near.id, near.content, near.metadata, 1 + (${distance}) as distance from ${table} as near
      ${asOf === null ? '' : filter}
      order by ${distance} limit $2::text::bigint`,
    parameters: [vectorText(layout, vector), String(count), ...(asOf === null ? [] : [dayText(asOf)])],
  };
}

export interface SearchReach {
  searchBreadth?: number | undefined;
  scanLimit?: number | undefined;
}

/** How a search goes through the graph; for this transaction alone. */
export function searchSettings(count: number, { searchBreadth = 200, scanLimit = 100_000 }: SearchReach): Statement {
  const settings: Record<string, string> = {
    'hnsw.ef_search': String(Math.min(Math.max(searchBreadth, count), WIDEST)),
    'hnsw.iterative_scan': 'strict_order',
    // How far a filtered search goes on before it gives up, in rows and in multiples of work_mem.
    'hnsw.max_scan_tuples': String(Math.max(scanLimit, count * 4)),
    'hnsw.scan_mem_multiplier': '8',
    // Compiling the query would take longer than running it.
    jit: 'off',
  };
  return {
    text: `select ${Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`)}`,
  };
}

/** After it the same search looks at every row. */
export const exactSettings: Statement = {
  text: "select set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'on', true)",
};

function toRow(layout: TableLayout, { id, vector, document }: StoredDocument): string {
  const { lawId, effectiveFrom, effectiveTo } = document.metadata;
  const row = {
    id: key(id, 'an id'),
    law_id: typeof lawId === 'string' && lawId !== '' ? key(lawId, 'the id of a law') : '',
    effective_from: typeof effectiveFrom === 'string' ? dayText(effectiveFrom) : null,
    effective_to: typeof effectiveTo === 'string' ? dayText(effectiveTo) : null,
    content: document.pageContent,
    metadata: document.metadata,
    embedding: vectorText(layout, vector),
  };
  return storable(JSON.stringify(row), id);
}

function key(text: string, what: string): string {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > 0 && bytes <= LONGEST_ID) return text;
  throw new PgVectorError('document', `${what} of ${bytes} bytes, where 1 to ${LONGEST_ID} are taken`);
}

/** PostgreSQL's text holds neither NUL nor half a character; JSON.stringify writes either as an escape. */
function storable(json: string, id: string): string {
  if (!/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json)) return json;
  const why = 'it has a NUL or half of a surrogate pair, which PostgreSQL cannot keep';
  throw new PgVectorError('document', `the document ${JSON.stringify(id)} was refused: ${why}`);
}

function dayText(day: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  throw new PgVectorError('document', `not a day (YYYY-MM-DD): ${JSON.stringify(day)}`);
}

/** The vector brought to length 1, for the inner product of such vectors is their cosine. */
function vectorText({ dimensions }: TableLayout, vector: ArrayLike<number>): string {
  if (vector.length !== dimensions) {
    const message = `a vector of ${vector.length} numbers, where the table holds vectors of ${dimensions}`;
    throw new PgVectorError('dimensions', `${message}: is it of the same embedding model?`);
  }
  const unit = toUnit(vector);
  if (!unit.every(Number.isFinite)) throw new PgVectorError('dimensions', 'a vector with a number that is not finite');
  return `[${Array.from(unit, (value) => Number(value.toPrecision(9))).join(',')}]`;
}
