import type { ProvisionRecord } from './types.ts';

/** What is indexed for a provision: law and headings say what its own words leave out (the embedder is trained on this form). */
export const passageText = ({ law, path, text }: Pick<ProvisionRecord, 'law' | 'path' | 'text'>) =>
  `${law} ${path.join(' ')}\n${text}`;
