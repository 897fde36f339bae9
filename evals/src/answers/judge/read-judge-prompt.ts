import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = new URL('../prompts/judge.md', import.meta.url);

/** The prompt of the judge: its version in front matter, then the text. */
export function readJudgePrompt(): { version: string; text: string } {
  const match = /^---\nversion: (\S+)\n---\n([\s\S]+)$/u.exec(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  const [, version, text] = z.tuple([z.string(), z.string(), z.string()]).parse(match && [...match]);
  return { version, text: text.trim() };
}
