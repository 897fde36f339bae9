import { calculationSchema, calculatorListSchema, errorResponseSchema } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
let client: Caller;
beforeAll(async () => {
  test = await openTestApp();
  client = await test.client('calculating-client');
});
afterAll(() => test.close());

describe('/api/calculations', () => {
  it('lists every calculation with its form', async () => {
    const answer = await client.get('/api/calculations');
    expect(answer.status).toBe(200);
    const { calculators, lprThrough } = calculatorListSchema.parse(answer.body);
    const loan = calculators.find(({ id }) => id === 'loan-interest');
    expect(loan?.fields.find(({ id }) => id === 'principal')).toMatchObject({ kind: 'money', required: true });
    expect(loan?.fields.find(({ id }) => id === 'yearDays')).toMatchObject({ fallback: '365', required: false });
    expect(calculators.length).toBeGreaterThanOrEqual(14);
    expect(lprThrough).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });

  it('works one out, step by step', async () => {
    const answer = await client.post('/api/calculations/court-fee', { kind: 'property', amount: '1000000' });
    expect(answer.status).toBe(200);
    const calculation = calculationSchema.parse(answer.body);
    expect(calculation.results).toEqual([{ id: 'fee', label: '案件受理费', value: '13800.00', unit: 'yuan' }]);
    expect(calculation.steps[0]?.citations).toEqual(['《诉讼费用交纳办法》第十三条']);
  });

  it('says what it must know', async () => {
    const answer = await client.post('/api/calculations/severance', { kind: 'n' });
    const { needs, results } = calculationSchema.parse(answer.body);
    expect([needs.map(({ field }) => field), results]).toEqual([['startedOn', 'endedOn', 'wage'], []]);
  });

  it('names the fields that do not fit', async () => {
    const answer = await client.post('/api/calculations/court-fee', {
      kind: 'property',
      amount: '一百万',
      colour: 'red',
    });
    const { error } = errorResponseSchema.parse(answer.body);
    expect([answer.status, error.code, error.issues?.map(({ path }) => path).sort()]).toEqual([
      400,
      'invalid-input',
      ['amount', 'colour'],
    ]);
  });

  it('is not for those who are not signed in, and knows no other names', async () => {
    expect((await test.anyone.post('/api/calculations/court-fee', { kind: 'labour' })).status).toBe(401);
    expect((await client.post('/api/calculations/none', {})).status).toBe(404);
    expect((await client.post('/api/calculations/court-fee', { amount: 5 })).status).toBe(400);
  });
});
