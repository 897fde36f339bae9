import { PgVectorError } from './pgvector-error.ts';

export type VectorElement = 'halfvec' | 'vector';

/** Most numbers of a vector that pgvector can put into an HNSW index. */
const MOST_DIMENSIONS: Record<VectorElement, number> = { halfvec: 4000, vector: 2000 };

export interface TableOptions {
  /** Lower case letters, digits and underscores; made where there is none. */
  table: string;
  dimensions: number;
  /** Names the model whose vectors these are: a table of another model's is refused. */
  modelId: string;
  /** `halfvec` by default: two bytes a number instead of four. */
  element?: VectorElement | undefined;
  /** Links a vector keeps in the graph; 16 by default. */
  links?: number | undefined;
  /** How far neighbours are searched for while the graph is built; 200 by default. */
  buildBreadth?: number | undefined;
  /** Splits a new table by law into so many parts, each with a graph of its own; one undivided table by default. */
  partitions?: number | undefined;
}

export interface TableLayout {
  table: string;
  dimensions: number;
  element: VectorElement;
  /** Column type, operator and operator class by their full names: the extension may lie in any schema. */
  vectorType: string;
  innerProduct: string;
  operatorClass: string;
}

export function layOutTable({ table, dimensions, element = 'halfvec' }: TableOptions, schema: string): TableLayout {
  if (!/^[a-z_][a-z0-9_]{0,39}$/.test(table)) {
    throw new PgVectorError('table-differs', `not a name for a table of vectors: ${JSON.stringify(table)}`);
  }
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MOST_DIMENSIONS[element]) {
    const most = `a ${element} can be indexed with up to ${MOST_DIMENSIONS[element]} numbers`;
    throw new PgVectorError('dimensions', `vectors of ${dimensions} numbers cannot be kept: ${most}`);
  }
  const home = `"${schema.replaceAll('"', '""')}"`;
  return {
    table,
    dimensions,
    element,
    vectorType: `${home}.${element}(${dimensions})`,
    innerProduct: `operator(${home}.<#>)`,
    operatorClass: `${home}.${element}_ip_ops`,
  };
}

/** The statements that make the table, or leave one that is there as it is. */
export function tableStatements(layout: TableLayout, partitions: number | undefined): string[] {
  const { table, vectorType } = layout;
  const parts = Array.from(
    { length: partitions ?? 0 },
    (_, part) =>
      `create table if not exists ${table}_p${part} partition of ${table} for values with (modulus ${partitions}, remainder ${part})`,
  );
  return [
    `create table if not exists ${table} (
      id text not null,
      law_id text not null,
      effective_from date,
      effective_to date,
      content text not null,
      metadata jsonb not null,
      embedding ${vectorType} not null,
      primary key (id, law_id)
    )${partitions === undefined ? '' : ' partition by hash (law_id)'}`,
    ...parts,
    `create index if not exists ${table}_law on ${table} (law_id, effective_from)`,
  ];
}

export function graphStatement({ table, operatorClass }: TableLayout, options: TableOptions): string {
  const { links = 16, buildBreadth = 200 } = options;
  return `create index if not exists ${table}_graph on ${table} using hnsw (embedding ${operatorClass})
    with (m = ${Math.trunc(links)}, ef_construction = ${Math.trunc(buildBreadth)})`;
}

/** Columns that a table must have, with their types, to be one of ours. */
export const COLUMNS: Record<string, string> = {
  id: 'text',
  law_id: 'text',
  effective_from: 'date',
  effective_to: 'date',
  content: 'text',
  metadata: 'jsonb',
};
