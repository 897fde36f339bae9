export const anchorOf = (provisionId: string) => `p-${provisionId}`;

/** Brings a provision into view. Twice, because those above it get their true height only once they are drawn. */
export function goToProvision(provisionId: string): void {
  const go = () => document.getElementById(anchorOf(provisionId))?.scrollIntoView({ block: 'start' });
  go();
  requestAnimationFrame(() => requestAnimationFrame(go));
}
