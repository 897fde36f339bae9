import { describe, expect, it } from 'vitest';
import { parseSize, readOptions, sizeLabel } from './options.ts';
import { createProgressLine } from './progress-line.ts';
import { createRandom, shuffled } from './random.ts';
import { percentile, recall } from './statistics.ts';

describe('the options of the benchmark', () => {
  it('reads sizes as people write them', () => {
    expect(['10k', '65K', '1m', '1200'].map(parseSize)).toEqual([10_000, 65_000, 1_000_000, 1200]);
    for (const size of ['', '0', '-5', '1g', '10k5', '11m']) expect(() => parseSize(size)).toThrow('not a size');
    expect([10_000, 65_000, 1_000_000, 1_500_000, 1234].map(sizeLabel)).toEqual(['10k', '65k', '1M', '1500k', '1234']);
  });

  it('has defaults for all but the day, and names every value that does not fit', () => {
    const options = readOptions(['--date', '2026-01-31', '--sizes', '10k,65k', '--pgvector', '0']);
    expect(options).toMatchObject({ date: '2026-01-31', sizes: [10_000, 65_000], seed: 7, pgvector: 0, minutes: 90 });
    expect(() => readOptions(['--seed', 'x', '--minutes', '0'])).toThrow(
      /--date: is needed\n--seed: a whole number\n--minutes: at least 1/,
    );
    expect(() => readOptions(['--size', '10k'])).toThrow("Unknown option '--size'");
  });
});

describe('numbers of chance', () => {
  it('are the same for the same seeds, others for others, and spread over [0, 1)', () => {
    const draw = (...seeds: number[]) => Array.from({ length: 1000 }, createRandom(...seeds));
    expect(draw(7, 1)).toEqual(draw(7, 1));
    expect(draw(7, 1)).not.toEqual(draw(7, 2));
    expect(draw(7, 1)).not.toEqual(draw(1, 7));
    const numbers = draw(3);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const deciles = Array.from(
      { length: 10 },
      (_, i) => numbers.filter((value) => Math.floor(value * 10) === i).length,
    );
    for (const count of deciles) expect(Math.abs(count - 100)).toBeLessThan(40);
  });

  it('shuffle a list and lose nothing', () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    const mixed = shuffled(list, createRandom(5));
    expect(mixed).not.toEqual(list);
    expect([...mixed].sort((a, b) => a - b)).toEqual(list);
  });
});

describe('the figures', () => {
  it('are percentiles by nearest rank', () => {
    const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6];
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([5, 10, 10, 10]);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('count a find that is as near as the last of the exact ones', () => {
    const exact = [[0.1, 0.2, 0.3]];
    expect(recall([[0.1, 0.2, 0.3]], exact)).toBe(1);
    expect(recall([[0.1, 0.3000001, 0.4]], exact)).toBeCloseTo(2 / 3);
    expect(recall([[0.5, 0.6, 0.7]], exact)).toBe(0);
    expect(recall([[0.1, 0.1, 0.2, 0.3]], exact)).toBe(1);
    expect(recall([], exact)).toBe(0);
    expect(recall([[0.1], [0.9]], [[0.1], [0.2]])).toBe(0.5);
  });
});

describe('progress', () => {
  const lines = (isTTY: boolean) => {
    const written: string[] = [];
    let now = 0;
    const line = createProgressLine({ isTTY, write: (text) => written.push(text) }, () => now);
    for (const [at, doing] of [
      [0, 'embed'],
      [1000, 'embed'],
      [2000, 'save'],
      [40_000, 'save'],
    ] as const) {
      now = at;
      line.show('10k', { doing, done: at, total: 40_000 });
    }
    line.say('done');
    return written;
  };

  it('writes over one line on a terminal, and few lines elsewhere', () => {
    expect(lines(true).filter((text) => text.startsWith('\r'))).toHaveLength(5);
    expect(lines(false)).toEqual([
      '0:00  10k  embed  0%\n',
      '0:02  10k  save  5%\n',
      '0:40  10k  save  100%\n',
      'done\n',
    ]);
  });
});
