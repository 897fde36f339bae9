import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Prompt = { version: string; text: string };

const promptFile = /^---\nversion: (\S+)\n---\n([\s\S]+)$/u;

/** Reads `<name>.md` of `folder` (this one's `prompts/` when absent): its version in front matter, then the text. */
export function readPrompt(name: string, folder = new URL('./prompts/', import.meta.url)): Prompt {
  const file = new URL(`${name}.md`, folder);
  const match = promptFile.exec(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  const [, version, text] = z.tuple([z.string(), z.string(), z.string()]).parse(match && [...match]);
  return { version, text: text.trim() };
}
