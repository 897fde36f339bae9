import { describe, expect, it } from 'vitest';
import { extractJson } from './extract-json.ts';

describe('extractJson', () => {
  it.each([
    ['commas before brackets', '{"a":[1,2,],}', { a: [1, 2] }],
    ['a comma and a bracket inside a string', '{"a":"1,]","b":"x\\",}",}', { a: '1,]', b: 'x",}' }],
    ['control characters inside a string', '{"a":"1\n2\t3\u0001"}', { a: '1\n2\t3\u0001' }],
    ['a fence of another language before it', '```text\nno\n```\n```json\n{"a":1}\n```', { a: 1 }],
    ['a thought that is a part of the value', '{"a":"</think>"}', { a: '</think>' }],
    ['a bracket in the prose before it', '见[1]的说明 {"a":1}', [1]],
  ])('reads %s', (_what, reply, value) => {
    expect(extractJson(reply)).toEqual(value);
  });

  it('takes the first value that fits, else the first', () => {
    const reply = '见[1]：{"b":2} 或 {"a":1}';
    expect(extractJson(reply, (value) => JSON.stringify(value) === '{"a":1}')).toEqual({ a: 1 });
    expect(extractJson(reply, () => false)).toEqual([1]);
  });

  it.each(['{"a":NaN}', "{'a':1}", '{“a”:1}', '{"a":1,,}', '{a:1}', '没有', '<think>{"a":1}', '42', ''])(
    'does not guess at %s',
    (reply) => {
      expect(extractJson(reply)).toBeUndefined();
    },
  );

  it('takes a long reply without JSON in little time', () => {
    const began = performance.now();
    expect(extractJson(`${'{"a":"'.repeat(20_000)}${'<think>'.repeat(20_000)}`)).toBeUndefined();
    expect(extractJson(`{"a":1${' ,'.repeat(20_000)}${' '.repeat(20_000)}x`)).toBeUndefined();
    expect(extractJson(`{"a":${'"\\'.repeat(200_000)}`)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
