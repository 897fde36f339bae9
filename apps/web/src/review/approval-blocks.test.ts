import type { Draft, Finding, FindingKind, MatterDetail, Risk } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { approvalBlocks, findPlaceholder } from './approval-blocks.ts';

const me = { id: 'me', role: 'agent', level: 'junior' } as const;
const finding = (kind: FindingKind, open = true): Finding => ({
  ...{ key: kind, kind, rule: 'rule', raw: '《示例法》第一条', start: 0, end: 8, sentence: '', why: '' },
  ...{ ruling: open ? null : { id: 'x', reason: '已核对', byName: '承办人', at: '2025-06-01T00:00:00Z' }, open },
});

function detail(
  change: { status?: Draft['status']; assigneeId?: string | null; findings?: Finding[] } = {},
): MatterDetail {
  const at = '2025-06-01T00:00:00Z';
  return {
    matter: {
      id: 'm',
      number: '1',
      subject: '借款不还',
      kind: 'consultation',
      status: 'in-review',
      channel: 'portal',
      clientName: '客户',
      area: 'lending',
      urgency: 'normal',
      complexity: 'simple',
      priority: 3,
      dueAt: null,
      overdue: false,
      nearestDeadline: null,
      assigneeId: change.assigneeId === undefined ? 'me' : change.assigneeId,
      assigneeName: '承办人',
      createdAt: at,
      updatedAt: at,
    },
    factsDate: null,
    triage: null,
    messages: [],
    deliveries: [],
    rating: null,
    publishedCaseId: null,
    draft: {
      id: 'd',
      matterId: 'm',
      status: change.status ?? 'ready',
      outcome: 'answered',
      route: 'answer',
      risk: null,
      drafter: 'extractive',
      model: null,
      promptVersion: null,
      practitionerText: null,
      trace: null,
      asOf: null,
      notices: [],
      missingFacts: [],
      deadlines: [],
      provisions: [],
      cases: [],
      failure: null,
      createdAt: at,
      revisions: [],
      findings: change.findings ?? [],
      revision: {
        id: 'r',
        draftId: 'd',
        number: 1,
        text: '答',
        claims: [],
        citations: [],
        attachments: [],
        contentHash: 'h',
        authorId: null,
        authorName: null,
        createdAt: at,
      },
    },
  };
}

const codes = (...input: Parameters<typeof approvalBlocks>) => approvalBlocks(...input).map(({ code }) => code);

describe('approvalBlocks', () => {
  it('lets the assignee approve a saved draft whose citations are checked', () => {
    expect(codes(detail(), me, false)).toEqual([]);
  });

  it('wants the matter claimed by the one who approves', () => {
    expect(codes(detail({ assigneeId: null }), me, false)).toEqual(['unclaimed']);
    expect(approvalBlocks(detail({ assigneeId: 'other' }), me, false)).toEqual([
      { code: 'claimed-by-other', name: '承办人' },
    ]);
  });

  it('names every reason at once', () => {
    const blocked = detail({
      assigneeId: null,
      findings: [finding('not-found'), finding('ambiguous'), finding('doubtful', false)],
    });
    expect(approvalBlocks(blocked, me, true)).toEqual([
      { code: 'unclaimed' },
      { code: 'unsaved' },
      { code: 'citations', count: 2 },
    ]);
  });

  it.each([
    ['drafting', 'drafting'],
    ['failed', 'draft-failed'],
    ['void', 'void'],
    ['approved', 'approved'],
  ] as const)('stops at a draft that is %s', (status, code) => {
    expect(codes(detail({ status }), me, true)).toEqual([code]);
  });

  it('leaves what is hard to those who may sign it', () => {
    const hard = detail();
    hard.matter.complexity = 'complex';
    expect(codes(hard, me, false)).toEqual(['level']);
    expect(codes(hard, { ...me, level: 'senior' }, false)).toEqual([]);
    expect(codes(hard, { ...me, role: 'supervisor', level: null }, false)).toEqual([]);
    expect(codes(detail(), { ...me, role: 'admin' }, false)).toEqual(['not-drafter']);
  });

  it('says beforehand that the risk asks for a higher level, with the reasons that made it so', () => {
    const risky = (level: Risk['level']) => {
      const one = detail();
      if (one.draft)
        one.draft.risk = {
          level,
          reasons: [
            { kind: 'large-sum', level, why: '涉及金额约50万元' },
            { kind: 'other', level: 'low', why: '其他' },
          ],
        };
      return one;
    };
    const levels = (level: Risk['level'], of: 'junior' | 'intermediate' | 'senior') =>
      approvalBlocks(risky(level), { ...me, level: of }, false);
    expect(levels('high', 'intermediate')).toEqual([{ code: 'level', reason: 'high-risk', why: '涉及金额约50万元' }]);
    expect(levels('medium', 'junior')).toEqual([{ code: 'level', reason: 'medium-risk', why: '涉及金额约50万元' }]);
    expect(levels('medium', 'intermediate')).toEqual([]);
    expect(levels('high', 'senior')).toEqual([]);
    expect(levels('low', 'junior')).toEqual([]);
  });

  it('stops at a conclusion that is still to be written, and knows where', () => {
    const open = detail();
    const text = '## 结论\n\n【请承办人在此写明结论】\n';
    if (open.draft?.revision) open.draft.revision.text = text;
    expect(codes(open, me, false)).toEqual(['placeholder']);
    expect(text.slice(...(findPlaceholder(text) ?? [0, 0]))).toBe('【请承办人在此写明结论】');
  });

  it('stops at an archived matter and at one without a draft', () => {
    const archived = detail();
    archived.matter.status = 'archived';
    expect(codes(archived, me, false)).toEqual(['closed']);
    expect(codes({ ...detail(), draft: null }, me, false)).toEqual(['no-draft']);
  });
});
