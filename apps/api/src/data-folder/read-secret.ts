import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writePrivateFile } from './write-private-file.ts';

/** The key that signs sessions: the configured one, else one made once and kept in the data folder for its owner only. */
export async function readSecret(dataFolder: string, configured: string | null): Promise<string> {
  if (configured !== null) return configured;
  const file = path.join(dataFolder, 'secret');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.length >= 32) return kept;
  const secret = randomBytes(32).toString('base64url');
  await writePrivateFile(file, secret);
  return secret;
}
