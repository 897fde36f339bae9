import { createHash } from 'node:crypto';

const digest = (key: string) => createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 16);

/** Ids are hashes of keys, so that a second ingestion of the same file yields the same ids. */
export const lawIdOf = (titleKey: string) => digest(titleKey);

/** `day` is the promulgation day, else effective-from, else empty. */
export const versionIdOf = (titleKey: string, day: string | null) => digest(`${titleKey}|${day ?? ''}`);

/** `duplicate` is 0 for the first provision of that label in that part of the version, 1 for the next, … */
export const provisionIdOf = (versionId: string, part: string | null, article: string, duplicate: number) =>
  digest(`${versionId}|${part ?? ''}${article}${duplicate > 0 ? duplicate : ''}`);
