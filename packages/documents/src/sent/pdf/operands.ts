import type { Colour } from './drawn-page.ts';
import type { Box, Matrix } from './geometry.ts';

export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value instanceof Float32Array ? [...value] : [];
};

export function matrixOf(values: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.map(Number);
  return [a, b, c, d, e, f];
}

export function boxOf(value: unknown): Box | null {
  const numbers = listOf(value).map(Number);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers;
  return numbers.length === 4 && right >= left && top >= bottom ? [left, bottom, right, top] : null;
}

export function colourOf(value: unknown): Colour {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(String(value)) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** Whether a path goes along the sides of an upright rectangle alone. Of its numbers 0 is a move, 1 a line, 4 the close. */
export function isRectangle(path: unknown): boolean {
  const data = listOf(listOf(path)[0]).map(Number);
  const xs = new Set<number>();
  const ys = new Set<number>();
  for (let at = 0; at < data.length; at += data[at] === 4 ? 1 : 3) {
    if (data[at] === 4) continue;
    if (data[at] !== 0 && data[at] !== 1) return false;
    xs.add(data[at + 1] ?? 0);
    ys.add(data[at + 2] ?? 0);
  }
  return xs.size === 2 && ys.size === 2;
}

/** The form of a soft mask is no part of what is drawn. */
export const isMask = (group: unknown): boolean =>
  typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
