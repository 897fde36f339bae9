import { describe, expect, it } from 'vitest';
import { errorOfResponse, queryString } from './request.ts';

describe('errorOfResponse', () => {
  it('takes the words of the server', () => {
    const body = { error: { code: 'stale-revision', message: '草稿已被改过。', requestId: 'r1' } };
    const error = errorOfResponse(409, body);
    expect([error.code, error.message, error.requestId, error.status]).toEqual([
      'stale-revision',
      '草稿已被改过。',
      'r1',
      409,
    ]);
  });

  it('goes by the status where something else answered, such as a proxy', () => {
    expect(errorOfResponse(401, null).code).toBe('unauthenticated');
    expect(errorOfResponse(503, '<html>').code).toBe('unavailable');
    expect(errorOfResponse(502, { error: 'Bad Gateway' }).code).toBe('internal');
  });
});

it('queryString leaves out what is empty and escapes the rest', () => {
  expect(queryString({ q: '借款 利息', page: 2, area: undefined, level: '' })).toBe(
    '?q=%E5%80%9F%E6%AC%BE+%E5%88%A9%E6%81%AF&page=2',
  );
  expect(queryString({ q: '' })).toBe('');
});
