import type { ProvisionRecord } from '@lutai/retrieval';

/** Key of a citation (`title + article`): two spellings of one provision, and two versions of it, have one key. */
export const citationKey = (citation: string) =>
  citation
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/gu, '')
    .replace(/^中华人民共和国/u, '');

/** A provision without an article label shares its title with its whole law: there only its id tells it apart. */
export const provisionKey = ({ law, article, provisionId }: ProvisionRecord) =>
  article === '' ? `${citationKey(law)}|${provisionId}` : citationKey(law + article);

/** Key of a written citation (「《…》第…条」): one provision has one key, however the names in its title are bracketed. */
export const bareCitation = (citation: string) =>
  citation
    .normalize('NFKC')
    .replace(/中华人民共和国/gu, '')
    .replace(/[《》〈〉<>()\s\u200b\ufeff]/gu, '');
