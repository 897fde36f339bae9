import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const keptReplySchema = z.object({
  format: z.literal(1),
  key: z.string(),
  model: z.string(),
  value: z.unknown(),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
});
export type KeptReply = Omit<z.infer<typeof keptReplySchema>, 'format'>;

export type ReplyFolder = {
  /** Null where there is none, or the file is broken or not ours. */
  read(key: string): Promise<KeptReply | null>;
  write(reply: KeptReply): Promise<void>;
};

const ours = /^[0-9a-f]{64}\.json(?:\.\w+\.tmp)?$/u;

/**
 * One file for each reply, readable by its owner alone and whole or not there at all. Beyond `maxBytes` those that were
 * written first go first; files of other names are left alone. Throws where the folder cannot be made.
 */
export function openReplyFolder(folder: string, maxBytes: number): ReplyFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let bytes: number | null = null;
  let written = 0;
  let last: Promise<void> = Promise.resolve();
  const fileOf = (key: string) => path.join(folder, `${key}.json`);

  async function read(key: string): Promise<KeptReply | null> {
    try {
      const reply = keptReplySchema.parse(JSON.parse(await readFile(fileOf(key), 'utf8')));
      return reply.key === key ? reply : null;
    } catch {
      return null;
    }
  }

  async function save(reply: KeptReply): Promise<void> {
    const text = JSON.stringify({ format: 1, ...reply });
    written += 1;
    const file = fileOf(reply.key);
    const unfinished = `${file}.${process.pid}_${written}.tmp`;
    try {
      await writeFile(unfinished, text, { mode: 0o600, flag: 'wx' });
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    bytes = bytes === null ? null : bytes + Buffer.byteLength(text);
    if (bytes === null || bytes > maxBytes) bytes = await makeRoom();
  }

  /** Down to nine tenths, so that not every further reply has to make room. */
  async function makeRoom(): Promise<number> {
    const names = (await readdir(folder)).filter((name) => ours.test(name));
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(path.join(folder, name)).catch(() => null);
        return { name, size: found?.size ?? 0, at: found?.mtimeMs ?? 0 };
      }),
    );
    let total = files.reduce((sum, { size }) => sum + size, 0);
    if (total <= maxBytes) return total;
    for (const { name, size } of files.sort((a, b) => a.at - b.at)) {
      if (total <= maxBytes * 0.9) break;
      await rm(path.join(folder, name), { force: true });
      total -= size;
    }
    return total;
  }

  return {
    read,
    write(reply) {
      // One after the other, so that the count of bytes is right.
      last = last.catch(() => undefined).then(() => save(reply));
      return last;
    },
  };
}
