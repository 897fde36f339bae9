import type { CaseHit, Citation, SearchHit } from '@lutai/contracts';
import { createMasker } from '../../privacy/index.ts';
import { canonicalCitations } from '../citation-text.ts';
import type { CheckText, DraftingInput } from '../drafter.ts';
import { emptyTrace } from '../trace.ts';

/** A small hand-made corpus for the drafters' tests. The texts are the law's own. */
const provisions: [string, string, string][] = [
  [
    '中华人民共和国劳动合同法',
    '第八十二条',
    '用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付二倍的工资。\n用人单位违反本法规定不与劳动者订立无固定期限劳动合同的，自应当订立无固定期限劳动合同之日起向劳动者每月支付二倍的工资。',
  ],
  [
    '中华人民共和国劳动争议调解仲裁法',
    '第二十七条',
    '劳动争议申请仲裁的时效期间为一年。仲裁时效期间从当事人知道或者应当知道其权利被侵害之日起计算。',
  ],
  ['中华人民共和国劳动合同法', '第十条', '建立劳动关系，应当订立书面劳动合同。'],
  ['中华人民共和国民法典', '第一百八十八条', '向人民法院请求保护民事权利的诉讼时效期间为三年。'],
];

export const hits: SearchHit[] = provisions.map(([law, article, text], index) => ({
  provisionId: `p${index + 1}`,
  lawId: `law-${law}`,
  versionId: `version-${law}`,
  citation: `《${law}》${article}`,
  law,
  article,
  path: [],
  level: 'law',
  effectiveFrom: '2008-01-01',
  effectiveTo: null,
  score: 1 - index * 0.3,
  text,
}));

export const nearCaseHit: CaseHit = {
  caseId: 'case-1',
  title: '工作半年没有签劳动合同',
  question: '干了半年没签合同，能要双倍工资吗',
  answer:
    '可以。用工满一个月仍不签书面合同的，从第二个月起每月应付二倍工资（《中华人民共和国劳动合同法》第八十二条）。\n\n请保留工资流水。',
  citations: ['《中华人民共和国劳动合同法》第八十二条'],
  score: 0.95,
};

/** Knows the laws whose names are in `known`, and nothing else. */
export function checkTextKnowing(known: string[]): CheckText {
  return async (text) =>
    canonicalCitations(text).map((raw): Citation => {
      const start = text.indexOf(raw);
      const state = known.some((law) => raw.startsWith(`《${law}》`)) ? 'ok' : 'not-found';
      return { raw, start, end: start + raw.length, state, resolved: null, note: '' };
    });
}

export function draftingInput(overrides: Partial<DraftingInput> = {}): DraftingInput {
  return {
    question: '我在公司干了半年一直没签劳动合同，能要双倍工资吗',
    conversation: [],
    asOf: '2026-03-01',
    today: '2026-03-01',
    triage: { area: 'labour', urgency: 'normal', complexity: 'simple', priority: 5, dueInHours: 72, reasons: [] },
    facts: emptyTrace().facts,
    topics: [],
    masker: createMasker(),
    guidance: { missingFacts: [], steps: [], evidence: [], deadlines: [] },
    hits,
    cases: [],
    nearest: 0.9,
    areaScore: 8,
    retrieve: async () => ({ hits, cases: [] }),
    ...overrides,
  };
}
