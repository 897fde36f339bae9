import type { ParsedCase, ParseOptions } from './law-types.ts';

/** Reads one court case or answered case. Throws `LawTextError`. */
export function parseCase(_text: string, _options: ParseOptions): ParsedCase {
  throw new Error('not yet');
}
