import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError } from '../../command-error.ts';
import { repository } from '../../repository.ts';

export const ownFolder = path.join(repository, 'evals/own');
export const historyFile = path.join(repository, 'evals/history.jsonl');

/** The public collection of laws beside the repository, and the few that come with the program. */
export const sharedLaws = path.resolve(repository, '../shared/corpus/laws');
export const starterLaws = path.join(repository, 'corpus/laws');

/** The set that an option names, or our own of that name. Throws where there is none. */
export function setFile(option: string, given: string | undefined, own: string): string {
  return requireThere(option, given === undefined ? path.join(ownFolder, own) : path.resolve(given));
}

export function requireThere(option: string, file: string): string {
  if (!existsSync(file)) throw new CommandError('not-found', `没有 ${file}。请检查 --${option}。`);
  return file;
}

/** Of a file to be written: its folder must be there before minutes of work are done. */
export function requireFolderOf(option: string, file: string): void {
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new CommandError('not-found', `没有 ${folder} 这个文件夹。请检查 --${option}。`);
}

/** All values of an option that may be given several times, in order. */
export function allValues(rawArgs: string[], option: string): string[] {
  const { values } = parseArgs({
    args: rawArgs,
    strict: false,
    options: { [option]: { type: 'string', multiple: true } },
  });
  return [values[option] ?? []].flat().filter((value) => typeof value === 'string');
}
