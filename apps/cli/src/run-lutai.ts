import { runCommand } from 'citty';
import { Cancelled, UsageError } from './command-error.ts';
import { lutai } from './commands/index.ts';
import { printJson } from './output/print.ts';
import { type DescribedCommand, definitions, renderHelp, usageLine } from './output/render-help.ts';

type Found = { command: DescribedCommand; name: string; rest: string[] };

/** Runs one command line and gives its exit code: 0, 1 (it found something wrong), 2 (bad usage) or 130 (cancelled). */
export async function runLutai(argv: string[]): Promise<number> {
  const json = argv.includes('--json');
  let found: Found = { command: lutai, name: 'lutai', rest: argv };
  try {
    found = findCommand(found);
    if (argv.includes('--version') && found.command === lutai) {
      process.stdout.write('lutai 0.1.0\n');
      return 0;
    }
    if (asksForHelp(found.rest)) {
      process.stdout.write(`${renderHelp(found.command, found.name)}\n`);
      return 0;
    }
    if (found.command.run === undefined) throw new UsageError('请写明要执行的命令。');
    refuseUnknown(found);
    const { result } = await runCommand(found.command, { rawArgs: found.rest });
    return typeof result === 'number' ? result : 0;
  } catch (error) {
    return report(error, found, json);
  }
}

/** Walks down the subcommands that the words name. Their definitions are plain objects here (no promises). */
function findCommand(from: Found): Found {
  const children = from.command.subCommands as Record<string, DescribedCommand> | undefined;
  const word = from.rest[0];
  if (children === undefined || word === undefined || word.startsWith('-')) return from;
  const child = children[word];
  if (child === undefined) throw new UsageError(`没有“${word}”这个命令。`);
  return findCommand({ command: child, name: `${from.name} ${word}`, rest: from.rest.slice(1) });
}

const beforeDashes = (args: string[]) => (args.includes('--') ? args.slice(0, args.indexOf('--')) : args);

const asksForHelp = (args: string[]) => beforeDashes(args).some((arg) => arg === '--help' || arg === '-h');

/** citty lets unknown options and surplus words through; a script with a slip in it should hear of it. */
function refuseUnknown({ command, rest }: Found): void {
  const known = definitions(command);
  const args = beforeDashes(rest);
  for (const [index, arg] of args.entries()) {
    if (!arg.startsWith('-') || arg === '-') continue;
    const [name = '', value] = arg.replace(/^--?/, '').split('=', 2);
    const definition = known[name];
    if (definition === undefined || definition.type === 'positional' || !arg.startsWith('--')) {
      throw new UsageError(`没有“${arg}”这个选项。`);
    }
    const next = args[index + 1];
    if (definition.type !== 'boolean' && value === undefined && (next === undefined || next.startsWith('--'))) {
      throw new UsageError(`选项 --${name} 缺少值。`);
    }
  }
}

function report(error: unknown, found: Found, json: boolean): number {
  const failure = error instanceof Error ? error : new Error(String(error));
  const code = codeOf(failure);
  const isUsage = failure instanceof UsageError || (failure.name === 'CLIError' && code === 'EARG');
  const message = isUsage && failure.name === 'CLIError' ? translateMissing(failure.message) : failure.message;
  const told = isUsage ? 'usage' : failure instanceof Cancelled ? 'cancelled' : code;
  if (json) printJson({ error: { code: told, message } });
  process.stderr.write(`${message}\n`);
  if (isUsage) process.stderr.write(`用法：${usageLine(found.command, found.name)}\n`);
  if (told === 'internal') process.stderr.write(`${failure.stack ?? ''}\n`);
  return isUsage ? 2 : failure instanceof Cancelled ? 130 : 1;
}

const translateMissing = (message: string) =>
  message.replace(/^Missing required positional argument: (.*)$/, '缺少参数：$1。');

/** Codes of our own errors; those of Node and of libraries mean nothing to a caller. */
function codeOf(failure: Error): string {
  const isOurs = ['DeskError', 'CommandError', 'CLIError'].includes(failure.name);
  if (isOurs && 'code' in failure && typeof failure.code === 'string') return failure.code;
  if (failure.name === 'DataFolderBusy') return 'busy';
  return ['EnvironmentError', 'EvaluationInputError'].includes(failure.name) ? 'invalid-input' : 'internal';
}
