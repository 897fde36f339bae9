import { UsageError } from '../command-error.ts';

/** Options that every command takes. */
export const sharedOptions = {
  data: { type: 'string', description: '数据目录（默认 .lutai，或环境变量 LUTAI_DATA）', valueHint: '目录' },
  json: { type: 'boolean', description: '在标准输出打印一个 JSON 文档，别无其他' },
} as const;

/** Words after the ones that the command names are a slip. */
export function refuseSurplus(words: string[], expected: number): void {
  const surplus = words.slice(expected);
  if (surplus.length > 0) throw new UsageError(`多余的参数：${surplus.join(' ')}`);
}

export function readDay(name: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDay(value);
  if (!isDay) throw new UsageError(`--${name} 须是 YYYY-MM-DD 形式的日期，收到“${value}”。`);
  return value;
}

function isRealDay(value: string): boolean {
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

export function readCount(
  name: string,
  value: string | undefined,
  { fallback, max }: { fallback: number; max: number },
) {
  if (value === undefined) return fallback;
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > max)
    throw new UsageError(`--${name} 须是 1 到 ${max} 的整数，收到“${value}”。`);
  return count;
}

export function readPort(value: string | undefined): number | null {
  if (value === undefined) return null;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new UsageError(`--port 须是 0 到 65535 的整数，收到“${value}”。`);
  return port;
}
