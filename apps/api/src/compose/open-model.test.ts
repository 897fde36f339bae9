import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { behaviours, type ScriptedEndpoint, startScriptedEndpoint } from '@lutai/model/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from '../env.ts';
import { openModel } from './open-model.ts';

let endpoint: ScriptedEndpoint;
let folder: string;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint();
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-model-'));
});
afterAll(async () => {
  await endpoint.close();
  await rm(folder, { recursive: true });
});

async function ask(settings: Record<string, string>) {
  const named = { LUTAI_MODEL: 'test-model', OPENAI_BASE_URL: endpoint.baseUrl, ...settings };
  const opened = await openModel(readEnvironment(named));
  const schema = z.object({ answer: z.string() });
  const messages = [{ role: 'user' as const, content: 'Q' }];
  return opened?.language.generate({ system: 'S', messages, schema, schemaName: 'answer' });
}

it('opens no model where none is named', async () => {
  expect(await openModel(readEnvironment({}))).toBeNull();
});

it('opens a model by three variables, which keeps its replies where it is told to', async () => {
  endpoint.follow(behaviours.say('{"answer":"可以"}'));
  expect(await ask({})).toMatchObject({ value: { answer: '可以' }, kept: false });
  expect(await ask({})).toMatchObject({ kept: false });
  expect(await ask({ LUTAI_MODEL_CACHE: folder })).toMatchObject({ kept: false });
  expect(endpoint.asked).toHaveLength(3);
  expect(await ask({ LUTAI_MODEL_CACHE: folder })).toMatchObject({ value: { answer: '可以' }, kept: true });
  expect(endpoint.asked).toHaveLength(3);
});

it('opens a model that knows its price', async () => {
  const prices = { LUTAI_MODEL_PRICE_IN: '2', LUTAI_MODEL_PRICE_OUT: '8' };
  const named = { LUTAI_MODEL: 'test-model', OPENAI_BASE_URL: endpoint.baseUrl, ...prices };
  const opened = await openModel(readEnvironment(named));
  expect(opened?.language.price).toEqual({ input: 2, output: 8 });
});
