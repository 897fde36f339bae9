import type { Citation } from '@lutai/contracts';
import { type CheckTextDeps, checkText } from './check-text.ts';

/** What one citation (「《民法典》第五百七十七条」) stands for on a day; null where the words hold no citation at all. */
export async function resolveCitation(
  deps: CheckTextDeps,
  input: { citation: string; asOf?: string | null | undefined },
): Promise<Citation | null> {
  const { citations } = await checkText(deps, { text: input.citation, asOf: input.asOf });
  return citations[0] ?? null;
}
