import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';

/** The whole file, which must be UTF-8; a byte order mark is dropped. */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new EvaluationInputError(`读不了 ${file}。`, { cause: error });
  }
  if (!isUtf8(bytes)) {
    throw new EvaluationInputError(`${file} 第 ${firstBadLine(bytes)} 行不是 UTF-8 编码，请转换后再用。`);
  }
  return bytes.toString('utf8').replace(/^\ufeff/u, '');
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(10, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
}

export interface NumberedRow<Row> {
  row: Row;
  /** 1-based line of the file. */
  line: number;
}

/** One JSON object a line; empty lines are passed over. `content` where the caller has read the file already. */
export function readJsonLines<Row>(file: string, schema: z.ZodType<Row>, content = readText(file)): NumberedRow<Row>[] {
  return content.split('\n').flatMap((text, i) => {
    if (text.trim() === '') return [];
    const at = `${file} 第 ${i + 1} 行`;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new EvaluationInputError(`${at}不是完整的 JSON。`, { cause: error });
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return [{ row: parsed.data, line: i + 1 }];
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || '整行'))];
    throw new EvaluationInputError(`${at}缺少或写错了：${fields.join('、')}。`, { cause: parsed.error });
  });
}

/** Throws for the second row of one id. */
export function refuseDuplicates<Row>(
  file: string,
  rows: readonly NumberedRow<Row>[],
  idOf: (row: Row) => string,
): void {
  const seen = new Map<string, number>();
  for (const { row, line } of rows) {
    const id = idOf(row);
    const first = seen.get(id);
    if (first !== undefined) throw new EvaluationInputError(`${file} 第 ${line} 行与第 ${first} 行重复：${id}`);
    seen.set(id, line);
  }
}
