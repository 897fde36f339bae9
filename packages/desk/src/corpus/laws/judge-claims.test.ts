import type { Citation } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { judgeClaims } from './judge-claims.ts';

const articles: Record<string, string> = {
  第一条: '用人单位拖欠工资的，应当自收到催告之日起三十日内支付。',
  第二条: '劳动者可以解除劳动合同。',
  第三条: '本法所称工资，依照本法第一条的规定计算。',
};

/** Every 《示例法》第…条 and 本法第…条 of a text, as the check gives them. */
function cited(text: string): Citation[] {
  return [...text.matchAll(/(?:《示例法》|本法)(第[一二三]条)/gu)].map((match) => {
    const article = match[1] ?? '';
    const words = articles[article] ?? '';
    return {
      ...{ raw: match[0], start: match.index, end: match.index + match[0].length, state: 'ok', note: '' },
      resolved: {
        ...{
          provisionId: article,
          lawId: 'l',
          versionId: 'v',
          citation: `《示例法》${article}`,
          law: '示例法',
          article,
        },
        ...{ effectiveFrom: null, effectiveTo: null, text: words },
      },
    };
  });
}
const supports = (text: string, isVetted?: (sentence: string) => boolean) =>
  judgeClaims(text, cited(text), isVetted).map(({ support }) => support);

describe('judgeClaims', () => {
  it('says of each citation whether its sentence is borne out, and why not', () => {
    const text = '拖欠工资的，应当在三十日内支付（《示例法》第一条）。劳动者不得解除劳动合同（《示例法》第二条）。';
    const judged = judgeClaims(text, cited(text));
    expect(judged.map(({ support }) => support)).toEqual(['supported', 'contradicted']);
    expect(judged[1]?.supportReasons?.length).toBeGreaterThan(0);
  });

  it('judges what rests on law that is no longer in force by the text of that law', () => {
    const text = '劳动者不得解除劳动合同（《示例法》第二条）。';
    const ended = cited(text).map((citation) => ({ ...citation, state: 'not-in-force' as const }));
    expect(judgeClaims(text, ended)).toMatchObject([{ state: 'not-in-force', support: 'contradicted' }]);
    const unknown = ended.map((citation) => ({ ...citation, resolved: null }));
    expect(judgeClaims(text, unknown)[0]).not.toHaveProperty('support');
  });

  it('lets citations of one sentence bear it out together', () => {
    const text = '拖欠工资的应当在三十日内支付，劳动者可以解除劳动合同（《示例法》第一条、《示例法》第二条）。';
    expect(supports(text)).toEqual(['supported', 'supported']);
  });

  it('does not judge a vetted sentence anew, and judges the next one', () => {
    const vetted = '劳动者不得解除劳动合同（《示例法》第二条）。';
    expect(supports(`${vetted}\n${vetted.replace('解除', '终止')}`, (sentence) => sentence === vetted)).toEqual([
      'supported',
      'contradicted',
    ]);
  });

  it('leaves alone what a quoted provision says of another, and not what only looks like a quotation', () => {
    const quoted = '**《示例法》第三条**\n\n> 本法所称工资，依照本法第一条的规定计算。';
    expect(supports(quoted)).toEqual(['none-claimed', undefined]);
    const invented = '**《示例法》第三条**\n\n> 工资应当在九十日内支付，依照本法第一条的规定计算。';
    expect(supports(invented)[1]).not.toBeUndefined();
  });

  it('judges nothing that does not stand', () => {
    const text = '应当支付（《示例法》第一条）。';
    const bad = cited(text).map((citation) => ({ ...citation, state: 'ambiguous' as const }));
    expect(judgeClaims(text, bad)).toEqual(bad);
  });
});
