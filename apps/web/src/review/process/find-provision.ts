import type { Draft, Revision } from '@lutai/contracts';
import type { ProvisionTarget } from '../../citations/provision-detail-view.tsx';

/** What is known of the provision that a citation of the trace names; null where nothing was found under it. */
export function findProvision(
  { provisions, trace }: Pick<Draft, 'provisions' | 'trace'>,
  { citations }: Pick<Revision, 'citations'>,
  citation: string,
): ProvisionTarget | null {
  const shown = provisions.find((hit) => hit.citation === citation);
  if (shown) return shown;
  const cited = citations.find(({ raw, resolved }) => raw === citation || resolved?.citation === citation)?.resolved;
  if (cited) return cited;
  const found = trace?.hits.find((hit) => hit.citation === citation);
  return found ? { provisionId: found.provisionId } : null;
}
