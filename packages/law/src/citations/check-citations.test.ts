import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCitations } from './check-citations.ts';
import type { CatalogueEntry } from './citation-types.ts';
import { createLawCatalogue } from './law-catalogue.ts';

/** Invented provisions under real titles: what is tested is the checking, not the law. */
const law = (
  title: string,
  versions: [from: string | null, to: string | null, provisions: Record<string, string>][],
): CatalogueEntry => ({
  lawId: title,
  title,
  versions: versions.map(([effectiveFrom, effectiveTo, provisions]) => ({
    versionId: `${title}@${effectiveFrom}`,
    promulgatedOn: effectiveFrom,
    effectiveFrom,
    effectiveTo,
    provisions: Object.entries(provisions).map(([article, text]) => ({
      provisionId: `${title}@${effectiveFrom}${article}`,
      article,
      text,
    })),
  })),
});

const CODE = '中华人民共和国民法典';
const catalogue = createLawCatalogue([
  law(CODE, [
    [
      '2021-01-01',
      null,
      {
        第一条: '为了保护民事主体的合法权益，制定本法。',
        第二条:
          '甲方应当先履行自己的义务。\n有下列情形之一的，乙方可以拒绝：\n（一）甲方迟延；\n（二）依照《中华人民共和国无名法》第九条已经解除。',
        第三条: '丙方的权利受法律保护。',
      },
    ],
  ]),
  law('中华人民共和国公司法', [
    ['2018-10-26', '2024-07-01', { 第一条: '旧的公司规定在这里写明白。', 第九条: '旧的第九条。' }],
    ['2024-07-01', null, { 第一条: '新的公司规定在这里写明白。' }],
  ]),
  law('中华人民共和国将来法', [['2030-01-01', null, { 第一条: '将来的事。' }]]),
  law('最高人民法院关于审理民间借贷案件适用法律若干问题的规定', [['2021-01-01', null, { 第二十五条: '利率。' }]]),
  law('最高人民法院关于审理示例案件适用法律若干问题的解释（一）', [['2021-01-01', null, { 第一条: '一。' }]]),
  law('最高人民法院关于审理示例案件适用法律若干问题的解释（二）', [['2022-01-01', null, { 第一条: '二。' }]]),
  law('示例物品和示例服务管理办法', [['2020-01-01', null, { 第三条: '三。' }]]),
]);

const check = (text: string, asOf = '2025-04-30') => checkCitations(text, catalogue, { asOf });
const states = (text: string, asOf?: string) => check(text, asOf).map(({ state }) => state);

describe('checkCitations', () => {
  it('resolves a provision in force and points at it', () => {
    const text = '依照《民法典》第二条第二款第（一）项，可以拒绝。';
    expect(check(text)).toEqual([
      {
        raw: '《民法典》第二条第二款第（一）项',
        start: 2,
        end: 18,
        state: 'ok',
        note: '',
        resolved: expect.objectContaining({
          citation: '《中华人民共和国民法典》第二条',
          law: CODE,
          article: '第二条',
          effectiveFrom: '2021-01-01',
          effectiveTo: null,
        }),
      },
    ]);
  });

  it.each([
    ['《民法典》第九百条', 'not-found'],
    ['《民法典》第三条第二款', 'not-found'],
    ['《民法典》第二条第二款第（三）项', 'not-found'],
    ['《中华人民共和国网络贷款法》第三条', 'not-found'],
    ['《示例司法解释》第一条', 'ambiguous'],
    ['该法第三条', 'unchecked'],
    ['《实施条例》第三条', 'ambiguous'],
    ['《解释（一）》第一条', 'ambiguous'],
    ['美国《示例商标法》第43条', 'unchecked'],
    ['香港的《示例雇佣条例》第31条', 'unchecked'],
    ['德国《民法典》第三条', 'unchecked'],
    ['《示例雇佣条例》第31条', 'not-found'],
    ['《关于妥善审理示例案件的通知》第二条', 'unchecked'],
    ['《民法典》第XX条', 'unchecked'],
    ['法释〔2020〕26号', 'unchecked'],
    ['（2020）京01民终1234号', 'unchecked'],
    ['《中华人民共和国网络贷款法》规定了利率', 'not-found'],
    ['《合同法》规定了利率', 'not-in-force'],
    ['《上海市物业管理规定》第三条', 'unchecked'],
    ['《劳动法》第三条', 'unchecked'],
    ['《民营经济促进法》第三条', 'unchecked'],
    ['《将来法》第一条', 'not-in-force'],
    ['《合同法》第一百零七条', 'not-in-force'],
    ['《民间借贷司法解释》第二十五条', 'ok'],
    ['示例物品和示例服务管理办法第三条', 'ok'],
    ['我听说的公司法第一条', 'ok'],
  ])('says of %s: %s', (text, state) => {
    expect(states(text)).toEqual([state]);
  });

  it('says of a law named without an article only whether it is and applies', () => {
    expect(states('根据《民法典》的规定')).toEqual(['ok']);
    expect(states('根据民法典的规定')).toEqual(['ok']);
    expect(states('《民法典》施行前', '2019-06-01')).toEqual(['ok']);
    expect(states('根据《民法典》', '2019-06-01')).toEqual(['not-in-force']);
    expect(states('《中华人民共和国网络贷款法》说。《中华人民共和国网络贷款法》又说。')).toEqual([
      'not-found',
      'not-found',
    ]);
  });

  it('takes the law of the right day', () => {
    expect(check('《公司法》第一条', '2024-06-30')[0]?.resolved?.text).toContain('旧的');
    expect(check('《公司法》第一条', '2024-07-01')[0]?.resolved?.text).toContain('新的');
    const [old] = check('《公司法》（2018修正）第一条');
    expect(old).toMatchObject({ state: 'not-in-force', resolved: { effectiveTo: '2024-07-01' } });
    expect(old?.note).toContain('2024年7月1日');
    expect(check('《公司法》第九条')[0]).toMatchObject({ state: 'not-in-force', resolved: { text: '旧的第九条。' } });
  });

  it('compares a quotation word for word, but for punctuation, white space and words left out', () => {
    expect(states('《民法典》第一条规定：“为了保护民事主体的合法权益,制定本法”。')).toEqual(['ok']);
    expect(states('《民法典》第一条规定：“为了保护……合法权益，制定本法。”')).toEqual(['ok']);
    expect(states('《民法典》第一条规定：“为了保护民事主体的全部权益。”')).toEqual(['misquoted']);
    expect(states('《民法典》第二条第二款规定：“甲方应当先履行自己的义务。”')).toEqual(['misquoted']);
    expect(states('《公司法》第一条规定：“旧的公司规定在这里写明白。”')).toEqual(['not-in-force']);
    expect(states('《民法典》第二条第一款“可以先履行自己的义务”。')).toEqual(['misquoted']);
    expect(states('按《民法典》第二条第一款，甲方“可以先履行自己的义务”。')).toEqual(['misquoted']);
    expect(states('按《民法典》第二条第一款，贵方“先付款后发货”的做法有据。')).toEqual(['ok']);
    expect(states('按《民法典》第二条第一款，对方主张“可以先履行自己的义务”。')).toEqual(['ok']);
    expect(states('《民法典》第二条第一款“先履行抗辩规则”。')).toEqual(['ok']);
    expect(states('《公司法》第一条“旧的公司规定在这里”。')).toEqual(['not-in-force']);
  });

  it('leaves the references inside words that it found verbatim to the law that makes them', () => {
    const quoted = catalogue.provision(`${CODE}@2021-01-01`, '第二条')?.text ?? '';
    const [citation, inner] = check(`《民法典》第二条：\n${quoted}`);
    expect(citation?.state).toBe('ok');
    expect(inner).toMatchObject({ raw: '《中华人民共和国无名法》第九条', state: 'ok', resolved: null });
    expect(
      states(`《民法典》第二条：\n${quoted.replace('甲方迟延', '甲方')}\n《中华人民共和国无名法》第九条`).at(-1),
    ).toBe('not-found');
  });

  it('gives one citation an article, those of a range under one span', () => {
    const found = check('《民法典》第一至四条');
    expect(found.map(({ state, resolved }) => [state, resolved?.article])).toEqual([
      ['ok', '第一条'],
      ['ok', '第二条'],
      ['ok', '第三条'],
      ['not-found', undefined],
    ]);
    expect(new Set(found.map(({ start, end }) => `${start}-${end}`)).size).toBe(1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => void check(`《民法典》第一条${text}《民法典》${text}第二条`),
      ),
    );
  });
});
