import type { Citation, SearchHit } from '@lutai/contracts';
import { expect, it } from 'vitest';
import { findProvision } from './find-provision.ts';

const provision = { provisionId: 'p1', lawId: 'l', versionId: 'v', law: '示例法', article: '第一条', text: '甲' };
const dates = { effectiveFrom: null, effectiveTo: null };
const hit: SearchHit = { ...provision, ...dates, citation: '《示例法》第一条', path: [], level: 'law', score: 1 };
const citation: Citation = {
  ...{ raw: '《示例法》第二条', start: 0, end: 8, state: 'ok', note: '' },
  resolved: { ...provision, ...dates, provisionId: 'p2', citation: '《中华人民共和国示例法》第二条' },
};
const trace = {
  facts: {
    parties: [],
    dates: [],
    sums: [],
    places: [],
    wants: [],
    elements: [],
    searched: '',
    rewritten: 'no' as const,
  },
  ...{ masks: [], topics: [], claims: [], checks: [], repair: null, calls: [], stepMs: {} },
  hits: [{ provisionId: 'p3', citation: '《示例法》第三条', score: 1, from: 'search' as const, used: false }],
};
const find = (of: string) => findProvision({ provisions: [hit], trace }, { citations: [citation] }, of)?.provisionId;

it('finds a provision among those shown, those cited and those found', () => {
  expect(find('《示例法》第一条')).toBe('p1');
  expect(find('《示例法》第二条')).toBe('p2');
  expect(find('《中华人民共和国示例法》第二条')).toBe('p2');
  expect(find('《示例法》第三条')).toBe('p3');
  expect(find('《示例法》第四条')).toBeUndefined();
});
