import { createHash } from 'node:crypto';

export const sourceIdOf = (versionId: string, contentHash: string) =>
  createHash('sha256').update(`${versionId}|${contentHash}`).digest('hex').slice(0, 16);
