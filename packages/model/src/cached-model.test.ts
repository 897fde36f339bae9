import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { cachedModel } from './cached-model.ts';
import type { GenerateInput, LanguageModel } from './language-model.ts';
import { ModelError } from './model-error.ts';

const schema = z.object({ answer: z.string() });
type Input = GenerateInput<typeof schema>;
const input = (extra: Partial<Input> = {}): Input => ({
  ...{ system: 'S', messages: [{ role: 'user', content: 'Q' }], schema, schemaName: 'answer' },
  ...extra,
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-replies-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A model that answers with the number of the call, once `until` is over. */
function counting({ fail = 0, until = Promise.resolve() }: { fail?: number; until?: Promise<void> } = {}) {
  const asked: Input[] = [];
  const model: LanguageModel = {
    name: 'counting',
    price: { input: 1, output: 2 },
    async generate(given) {
      asked.push(input({ ...(given.signal ? { signal: given.signal } : {}) }));
      const count = asked.length;
      const gone = new Promise<never>((_, reject) => {
        given.signal?.addEventListener('abort', () => reject(new ModelError('cancelled', 'gone')));
      });
      await Promise.race([until, gone]);
      if (count <= fail) throw new ModelError('server-error', 'boom', { attempts: 3 });
      const value = given.schema.parse({ answer: `${count}` });
      const usage = { inputTokens: 5, outputTokens: 2 };
      return { value, usage, ms: 1, attempts: 1, shortened: 0, kept: false };
    },
  };
  return { model, asked };
}

it('answers the same input from the folder, after a restart too, with what it took then', async () => {
  const { model, asked } = counting();
  expect(await cachedModel(model, { folder }).generate(input())).toMatchObject({ kept: false, attempts: 1 });
  const again = cachedModel(model, { folder });
  const seen: string[] = [];
  expect(await again.generate(input({ onText: (text) => seen.push(text) }))).toMatchObject({
    ...{ value: { answer: '1' }, usage: { inputTokens: 5, outputTokens: 2 }, kept: true, attempts: 0 },
  });
  expect(seen).toEqual(['{"answer":"1"}']);
  expect(asked).toHaveLength(1);
  expect(again).toMatchObject({ name: 'counting', price: { input: 1, output: 2 } });
});

it.each<[string, Partial<Input>]>([
  ['system text', { system: 'S2' }],
  ['message', { messages: [{ role: 'user', content: 'Q ' }] }],
  ['role', { messages: [{ role: 'assistant', content: 'Q' }] }],
  ['schema', { schema: z.object({ answer: z.string().max(9) }) }],
  ['name of the schema', { schemaName: 'other' }],
])('asks anew where the %s is another', async (_what, extra) => {
  const { model, asked } = counting();
  const cached = cachedModel(model, { folder });
  await cached.generate(input());
  expect((await cached.generate(input(extra))).kept).toBe(false);
  expect(asked).toHaveLength(2);
});

it('asks anew where the model, the endpoint or the temperature is another, not where the step is', async () => {
  const { model, asked } = counting();
  await cachedModel(model, { folder }).generate(input());
  await cachedModel({ ...model, name: 'other' }, { folder }).generate(input());
  await cachedModel(model, { folder, baseUrl: 'http://other.test' }).generate(input());
  await cachedModel(model, { folder, temperature: 0 }).generate(input());
  expect(asked).toHaveLength(4);
  await cachedModel(model, { folder }).generate(input({ step: 'claims', promptVersion: 'answer@2' }));
  expect(asked).toHaveLength(4);
});

it('keeps no failure', async () => {
  const { model } = counting({ fail: 1 });
  const cached = cachedModel(model, { folder });
  await expect(cached.generate(input())).rejects.toMatchObject({ code: 'server-error', attempts: 3 });
  expect(await readdir(folder)).toEqual([]);
  expect((await cached.generate(input())).value).toEqual({ answer: '2' });
});

it.each([
  ['broken', () => '{"format":1,"key":'],
  ['empty', () => ''],
  ['of another key', (text: string) => text.replace(/"key":"../u, '"key":"zz')],
  ['of another shape', (text: string) => text.replace('"answer"', '"else"')],
])('takes a file that is %s for none, and replaces it', async (_how, spoil) => {
  const { model, asked } = counting();
  const cached = cachedModel(model, { folder });
  await cached.generate(input());
  const [name = ''] = await readdir(folder);
  const file = path.join(folder, name);
  await writeFile(file, spoil(await readFile(file, 'utf8')));
  expect(await cached.generate(input())).toMatchObject({ value: { answer: '2' }, kept: false });
  expect(await cached.generate(input())).toMatchObject({ value: { answer: '2' }, kept: true });
  expect(asked).toHaveLength(2);
});

it('writes whole files that their owner alone can read, without the words that were asked', async () => {
  await cachedModel(counting().model, { folder }).generate(input({ system: '绝密' }));
  const names = await readdir(folder);
  expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/u)]);
  const file = path.join(folder, names[0] ?? '');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).not.toContain('绝密');
});

it('makes one request of equal calls at the same time, and one for each of unlike ones', async () => {
  const { model, asked } = counting();
  const cached = cachedModel(model, { folder });
  const same = await Promise.all([cached.generate(input()), cached.generate(input()), cached.generate(input())]);
  expect(same.map(({ value }) => value.answer)).toEqual(['1', '1', '1']);
  expect(same.map(({ kept }) => kept)).toEqual([false, true, true]);
  expect(asked).toHaveLength(1);
  await Promise.all([cached.generate(input({ system: 'A' })), cached.generate(input({ system: 'B' }))]);
  expect(asked).toHaveLength(3);
});

it('fails all that wait for one request, which counts for the first alone', async () => {
  const cached = cachedModel(counting({ fail: 1 }).model, { folder });
  const failed = await Promise.allSettled([cached.generate(input()), cached.generate(input())]);
  expect(failed).toMatchObject([
    { reason: { code: 'server-error', attempts: 3 } },
    { reason: { code: 'server-error', attempts: 0 } },
  ]);
});

it('lets each caller go by itself', async () => {
  let finish: () => void = () => {};
  const until = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { model, asked } = counting({ until });
  const cached = cachedModel(model, { folder });
  const [first, second] = [new AbortController(), new AbortController()];
  const calls = [
    cached.generate(input({ signal: first.signal })),
    cached.generate(input({ signal: second.signal })),
    cached.generate(input()),
  ];
  const settled = Promise.allSettled(calls);
  await expect.poll(() => asked.length).toBe(1);
  second.abort();
  await expect(calls[1]).rejects.toMatchObject({ code: 'cancelled' });
  expect(asked).toHaveLength(1);
  first.abort();
  await expect(calls[0]).rejects.toMatchObject({ code: 'cancelled' });
  await expect.poll(() => asked.length).toBe(2);
  finish();
  expect((await settled)[2]).toMatchObject({ status: 'fulfilled', value: { value: { answer: '2' }, kept: false } });
});

it('lets the oldest go when there is no more room, and leaves files of other names alone', async () => {
  const { model } = counting();
  await writeFile(path.join(folder, 'notes.txt'), 'mine'.repeat(1_000));
  const cached = cachedModel(model, { folder, maxBytes: 600 });
  for (const system of ['A', 'B', 'C']) {
    await cached.generate(input({ system }));
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name);
      const age = (await stat(file)).mtimeMs / 1_000 - 60;
      await utimes(file, age, age);
    }
  }
  await cached.generate(input({ system: 'D' }));
  const names = await readdir(folder);
  expect(names).toContain('notes.txt');
  expect(names.length).toBeLessThan(5);
  expect((await cached.generate(input({ system: 'D' }))).kept).toBe(true);
  expect((await cached.generate(input({ system: 'A' }))).kept).toBe(false);
});

it('gives a reply that cannot be written', async () => {
  const cached = cachedModel(counting().model, { folder });
  await rm(folder, { recursive: true });
  expect((await cached.generate(input())).value).toEqual({ answer: '1' });
});

it('says at once that its folder cannot be made', async () => {
  await writeFile(path.join(folder, 'file'), '');
  expect(() => cachedModel(counting().model, { folder: path.join(folder, 'file', 'in') })).toThrow('ENOTDIR');
});
