import type { Citation, DraftContent, DraftTrace, Route } from '@lutai/contracts';
import type { AnswerCase } from '../answers/answer-set.ts';

/** A case of one law that does not exist: the answer must rest on its article 1, article 2 is right as well. */
export function answerCaseOf(overrides: Partial<AnswerCase> = {}): AnswerCase {
  return {
    id: 'c1',
    area: 'lease',
    kind: 'plain',
    question: '房东不退押金',
    conversation: [],
    factsDate: null,
    route: 'answer',
    provisions: ['《示例法》第一条'],
    alsoRight: ['《示例法》第二条'],
    points: [{ point: '押金要退', any: [/应当退/su] }],
    forbidden: [{ why: '押金不是不退', pattern: /不用退/su }],
    asks: [{ about: '有没有合同', any: [/合同/su] }],
    reference: '押金要退。',
    ...overrides,
  };
}

export const citationOf = (citation: string, state: Citation['state'] = 'ok'): Citation => {
  const named = { provisionId: citation, lawId: '', versionId: '', citation, law: '', article: '', text: '' };
  const resolved = state === 'ok' ? { ...named, effectiveFrom: null, effectiveTo: null } : null;
  return { raw: citation, start: 0, end: 0, state, resolved, note: '' };
};

const usedHit = (citation: string): DraftTrace['hits'][number] => ({
  ...{ provisionId: citation, citation, score: 1, from: 'search', used: true },
});

interface Draft {
  text?: string;
  route?: Route;
  outcome?: DraftContent['outcome'];
  used?: string[];
  claims?: DraftTrace['claims'];
  citations?: Citation[];
  asked?: string[];
  calls?: DraftTrace['calls'];
  promptVersion?: string | null;
}

/** A draft that rests on `used` and cites these in its text, where nothing else is said. */
export function draftOf(draft: Draft = {}): DraftContent {
  const { text = '押金应当退。', route = 'answer', used = ['《示例法》第一条'], calls = [] } = draft;
  const facts = { parties: [], dates: [], sums: [], places: [], wants: [], elements: [], searched: '' };
  const triage = { area: 'lease', urgency: 'normal', complexity: 'simple', priority: 3, dueInHours: 24 } as const;
  return {
    ...{ text, route, practitionerText: null, claims: [], deadlines: [], notices: [], provisions: [], cases: [] },
    outcome: draft.outcome ?? 'answered',
    risk: { level: 'low', reasons: [] },
    citations: draft.citations ?? used.map((citation) => citationOf(citation)),
    missingFacts: (draft.asked ?? []).map((question) => ({ key: question, question, why: '' })),
    triage: { ...triage, reasons: [] },
    drafter: calls.length > 0 ? 'model' : 'extractive',
    model: calls[0]?.model ?? null,
    promptVersion: draft.promptVersion ?? null,
    asOf: '2026-01-01',
    trace: {
      facts: { ...facts, rewritten: 'no' },
      hits: used.map((citation) => usedHit(citation)),
      claims: draft.claims ?? [],
      ...{ masks: [], topics: [], checks: [], repair: null, calls, stepMs: {} },
    },
  };
}
