import type { ParsedLaw, ParseOptions } from './law-types.ts';

/** Reads one law file (Markdown or plain text). Throws `LawTextError`. */
export function parseLaw(_text: string, _options: ParseOptions): ParsedLaw {
  throw new Error('not yet');
}
