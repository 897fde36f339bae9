import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './env.ts';

describe('readEnvironment', () => {
  it('gives a desk on loopback without a language model when nothing is set', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      databaseUrl: null,
      model: null,
      publicUrl: null,
    });
  });

  it('treats an empty variable as unset', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8787, databaseUrl: null });
  });

  it('names every bad variable at once', () => {
    const attempt = () =>
      readEnvironment({ PORT: 'eighty', DATABASE_URL: 'mysql://x/y', LUTAI_SECRET: 'short', LOG_LEVEL: 'loud' });
    expect(attempt).toThrow(EnvironmentError);
    for (const name of ['PORT', 'DATABASE_URL', 'LUTAI_SECRET', 'LOG_LEVEL']) expect(attempt).toThrow(name);
  });

  it('refuses a model without an endpoint to call', () => {
    expect(() => readEnvironment({ LUTAI_MODEL: 'qwen' })).toThrow('LUTAI_MODEL');
    expect(readEnvironment({ LUTAI_MODEL: 'qwen', OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' })).toMatchObject({
      model: 'qwen',
      endpoint: { baseUrl: 'http://127.0.0.1:8000/v1' },
    });
  });

  it('names the producer of labelled files as the operator says, in the characters of a label', () => {
    expect(readEnvironment({})).toMatchObject({ aigcProducer: 'Lutai' });
    const code = '00119111010200000000X010001';
    expect(readEnvironment({ LUTAI_AIGC_PRODUCER: code })).toMatchObject({ aigcProducer: code });
    expect(() => readEnvironment({ LUTAI_AIGC_PRODUCER: '某某 公司' })).toThrow('LUTAI_AIGC_PRODUCER');
  });

  it('takes the prices of the model together or not at all, and keeps no replies unless it is told where', () => {
    expect(readEnvironment({})).toMatchObject({ modelPrice: null, modelCacheFolder: null });
    expect(
      readEnvironment({ LUTAI_MODEL_PRICE_IN: '2', LUTAI_MODEL_PRICE_OUT: '8.5', LUTAI_MODEL_CACHE: '/var/replies' }),
    ).toMatchObject({ modelPrice: { input: 2, output: 8.5 }, modelCacheFolder: '/var/replies' });
    expect(() => readEnvironment({ LUTAI_MODEL_PRICE_IN: '2' })).toThrow('LUTAI_MODEL_PRICE_OUT');
    expect(() => readEnvironment({ LUTAI_MODEL_PRICE_IN: '-1', LUTAI_MODEL_PRICE_OUT: '1' })).toThrow('不小于 0');
  });

  it('lets the model help the search unless a stage is switched off', () => {
    expect(readEnvironment({}).modelStages).toEqual(['rewrite', 'hyde', 'rerank']);
    expect(readEnvironment({ LUTAI_MODEL_HYDE: 'off', LUTAI_MODEL_RERANK: 'on' }).modelStages).toEqual([
      'rewrite',
      'rerank',
    ]);
    expect(() => readEnvironment({ LUTAI_MODEL_REWRITE: 'yes' })).toThrow('LUTAI_MODEL_REWRITE：须是 on 或 off');
  });

  it('keeps only the origin of the public address', () => {
    expect(readEnvironment({ LUTAI_PUBLIC_URL: 'https://desk.example.cn/' }).publicUrl).toBe('https://desk.example.cn');
  });
});
