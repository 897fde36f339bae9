import type { DocumentPreview } from '@lutai/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPreviewFeed, type PreviewState } from './preview-feed.ts';

interface Call {
  values: Record<string, unknown>;
  signal: AbortSignal;
  answer: (html: string) => void;
  fail: (error: Error) => void;
}

let calls: Call[];
let state: PreviewState;
let feed: ReturnType<typeof createPreviewFeed>;
beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
  feed = createPreviewFeed({
    ask: (values, signal) =>
      new Promise((resolve, reject) => {
        calls.push({ values, signal, answer: (html) => resolve(pageOf(html)), fail: reject });
      }),
    tell: (next) => {
      state = next;
    },
    waitMs: 400,
  });
});
afterEach(() => {
  feed.close();
  vi.useRealTimers();
});

const pageOf = (html: string): DocumentPreview => ({ html, fields: [], missing: [], problems: [], obstacles: [] });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const call = (at: number): Call => {
  const found = calls[at];
  if (!found) throw new Error(`call ${at} was not made`);
  return found;
};

async function shown(html: string): Promise<void> {
  feed.want({});
  await pass(0);
  call(calls.length - 1).answer(html);
  await pass(0);
}

describe('the preview that follows a form', () => {
  it('is asked for at once where there is none, and after a pause in typing from then on', async () => {
    await shown('first');
    expect(state).toMatchObject({ page: { html: 'first' }, current: true, error: null });
    feed.want({ sum: 1 });
    await pass(300);
    feed.want({ sum: 12 });
    await pass(399);
    expect(calls).toHaveLength(1);
    await pass(1);
    expect(calls.map(({ values }) => values)).toEqual([{}, { sum: 12 }]);
    expect(state).toMatchObject({ page: { html: 'first' }, current: false });
  });

  it('shows the answer to what was typed last, whichever comes last, and ends the calls before it', async () => {
    await shown('first');
    feed.want({ sum: 1 });
    await pass(400);
    feed.want({ sum: 2 });
    expect(call(1).signal.aborted).toBe(true);
    await pass(400);
    call(2).answer('two');
    await pass(0);
    call(1).answer('one');
    await pass(0);
    expect(state).toMatchObject({ page: { html: 'two' }, current: true });
  });

  it('keeps the last good page where one fails, says so, and recovers with the next or when asked again', async () => {
    await shown('first');
    feed.want({ sum: 1 });
    await pass(400);
    const broken = new Error('offline');
    call(1).fail(broken);
    await pass(0);
    expect(state).toMatchObject({ page: { html: 'first' }, current: false, error: broken });
    feed.again();
    await pass(0);
    expect(call(2).values).toEqual({ sum: 1 });
    call(2).answer('one');
    await pass(0);
    expect(state).toMatchObject({ page: { html: 'one' }, current: true, error: null });
  });

  it('says nothing more once it is closed', async () => {
    await shown('first');
    feed.want({ sum: 1 });
    await pass(400);
    feed.close();
    expect(call(1).signal.aborted).toBe(true);
    call(1).answer('late');
    feed.want({ sum: 2 });
    await pass(1000);
    expect([calls.length, state.page?.html]).toEqual([2, 'first']);
  });
});
