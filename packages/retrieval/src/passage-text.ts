import type { ProvisionRecord } from './types.ts';

/** What is indexed for a provision: law and headings say what its own words leave out (the embedder is trained on this form). */
export const passageText = (provision: Pick<ProvisionRecord, 'law' | 'path' | 'text'>) =>
  `${passageHeading(provision)}\n${provision.text}`;

export const passageHeading = ({ law, path }: Pick<ProvisionRecord, 'law' | 'path'>) => `${law} ${path.join(' ')}`;
