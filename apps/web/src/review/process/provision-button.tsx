import { createContext, useContext } from 'react';

/** Opens the provision that a citation names; null for one that nothing was found under. */
export type OpenProvision = (citation: string) => (() => void) | null;
export const OpenProvisionContext = createContext<OpenProvision>(() => null);

/** A citation that opens its provision; plain words where there is none to open. */
export function ProvisionButton({ citation }: { citation: string }) {
  const open = useContext(OpenProvisionContext)(citation);
  if (open === null) return <span lang="zh-CN">{citation}</span>;
  return (
    <button
      type="button"
      lang="zh-CN"
      data-testid="trace-provision"
      onClick={open}
      className="rounded text-left text-accent underline decoration-accent/40 underline-offset-4 [overflow-wrap:anywhere] hover:decoration-accent"
    >
      {citation}
    </button>
  );
}
