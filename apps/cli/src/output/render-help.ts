import type { ArgsDef, CommandDef } from 'citty';
import { displayWidth } from './display-width.ts';

export type DescribedCommand = CommandDef<ArgsDef>;

/** The help of one command in Chinese. Definitions are plain objects here, never promises. */
export function renderHelp(command: DescribedCommand, name: string): string {
  // As said above.
  const meta = command.meta as { description?: string } | undefined;
  const children = Object.entries((command.subCommands ?? {}) as Record<string, DescribedCommand>);
  const lines = [meta?.description ?? '', '', `用法：${usageLine(command, name)}`];
  if (children.length > 0) {
    const described = children.map(([child, { meta: of }]): [string, string] => [
      child,
      (of as { description?: string }).description ?? '',
    ]);
    lines.push('', '命令：', ...columns(described), '', `每个命令的说明：${name} 命令 --help`);
  }
  const options = Object.entries(definitions(command)).map(([key, definition]): [string, string] => {
    const value = definition.type === 'enum' ? (definition.options ?? []).join('|') : definition.valueHint;
    if (definition.type === 'positional') return [value ?? key, definition.description ?? ''];
    const given = definition.default === undefined ? '' : `（默认 ${String(definition.default)}）`;
    return [`--${key}${value === undefined ? '' : ` ${value}`}`, `${definition.description ?? ''}${given}`];
  });
  if (options.length > 0) lines.push('', '参数：', ...columns(options));
  return lines.join('\n');
}

export function usageLine(command: DescribedCommand, name: string): string {
  const children = Object.keys(command.subCommands ?? {});
  if (children.length > 0) return `${name} ${children.join('|')} …`;
  const words = Object.entries(definitions(command)).map(([key, { type, valueHint }]) => {
    if (type === 'positional') return valueHint ?? key;
    return type === 'boolean' ? `[--${key}]` : `[--${key} ${valueHint ?? '值'}]`;
  });
  return [name, ...words].join(' ');
}

export function definitions(command: DescribedCommand): ArgsDef {
  // As said above.
  return (command.args ?? {}) as ArgsDef;
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - displayWidth(left))}  ${right}`);
}
