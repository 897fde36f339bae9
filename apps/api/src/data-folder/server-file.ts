import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './write-private-file.ts';

const serverFileSchema = z.object({ url: z.string(), token: z.string().min(32), pid: z.number().int() });

/** How the command line finds the running server and proves that it may use this data folder. */
export type ServerFile = z.infer<typeof serverFileSchema>;

const serverFile = (dataFolder: string) => path.join(dataFolder, 'server.json');

export function writeServerFile(dataFolder: string, content: ServerFile): Promise<void> {
  return writePrivateFile(serverFile(dataFolder), JSON.stringify(content));
}

/** Null when there is none, or when it cannot be read. */
export async function readServerFile(dataFolder: string): Promise<ServerFile | null> {
  const text = await readFile(serverFile(dataFolder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return serverFileSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Takes back this process's file; another server on the same PostgreSQL may have put its own in the place. */
export async function removeServerFile(dataFolder: string): Promise<void> {
  const content = await readServerFile(dataFolder);
  if (content === null || content.pid === process.pid) await rm(serverFile(dataFolder), { force: true });
}
