import { describe, expect, it } from 'vitest';
import { lawIdOf, provisionIdOf, versionIdOf } from './ids.ts';
import { canonicalCitation, normaliseTitle, tidyTitle } from './titles.ts';

describe('titles', () => {
  it('gives two spellings of one title one key', () => {
    const key = normaliseTitle('最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）');
    for (const spelling of [
      '最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释(一)',
      '最高人民法院 关于适用<民法典>婚姻家庭编的解释（一）',
      '《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》',
    ]) {
      expect(normaliseTitle(spelling)).toBe(key);
    }
    expect(normaliseTitle('中华人民共和国民法典')).toBe(normaliseTitle('民法典'));
    expect(normaliseTitle('最高人民法院 最高人民检察院关于甲、乙的解释')).toBe(
      normaliseTitle('最高人民法院、最高人民检察院关于甲乙的解释'),
    );
  });

  it('keeps different titles apart', () => {
    expect(normaliseTitle('解释（一）')).not.toBe(normaliseTitle('解释（二）'));
    expect(normaliseTitle('《甲法》和《乙法》')).toBe('〈甲法〉和〈乙法〉');
    expect(normaliseTitle('中华人民共和国')).toBe('中华人民共和国');
  });

  it('removes the spaces of print but not those between Latin words', () => {
    expect(tidyTitle('最高人民法院  关于 A B 的规定(试行)')).toBe('最高人民法院关于A B的规定（试行）');
  });

  it('writes book marks inside a citation as 〈〉', () => {
    expect(canonicalCitation('最高人民法院关于适用《民法典》的解释', '第一条')).toBe(
      '《最高人民法院关于适用〈民法典〉的解释》第一条',
    );
  });

  it('makes the same ids from the same keys, and other ids from others', () => {
    const version = versionIdOf('民法典', '2020-05-28');
    expect(lawIdOf('民法典')).toMatch(/^[0-9a-f]{16}$/);
    expect(versionIdOf('民法典', '2020-05-28')).toBe(version);
    expect(versionIdOf('民法典', null)).not.toBe(version);
    const ids = [
      provisionIdOf(version, null, '第一条', 0),
      provisionIdOf(version, null, '第一条', 1),
      provisionIdOf(version, '附件', '第一条', 0),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
