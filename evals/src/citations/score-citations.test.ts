import type { Citation } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import type { LabelledCitation, LabelledText } from './citation-set.ts';
import { scoreCitations } from './score-citations.ts';

const text = '依据《示例法》第一条、第二条，以及第三至五条。';
type State = Citation['state'];

function span(raw: string) {
  const start = text.indexOf(raw);
  return { raw, start, end: start + raw.length };
}

const label = (raw: string, state: State, target: string | null = null): LabelledCitation => ({
  ...span(raw),
  state,
  target,
  note: '',
});

const found = (raw: string, state: State, citation: string | null = null): Citation => ({
  ...span(raw),
  state,
  note: '',
  resolved: citation === null ? null : resolved(citation),
});

const resolved = (citation: string): NonNullable<Citation['resolved']> => ({
  provisionId: citation,
  lawId: 'l',
  versionId: 'v',
  citation,
  law: '示例法',
  article: '',
  effectiveFrom: null,
  effectiveTo: null,
  text: '',
});

function score(labels: LabelledCitation[], citations: Citation[]) {
  const labelled: LabelledText = { id: 't', asOf: '2025-01-01', text, citations: labels };
  return scoreCitations([{ labelled, citations }]);
}

describe('scoring of citations', () => {
  it('passes where every state is right, and counts them by state', () => {
    const report = score(
      [label('《示例法》第一条', 'ok', '《示例法》第一条'), label('第二条', 'not-found')],
      [found('《示例法》第一条', 'ok', '《示例法》第一条'), found('第二条', 'not-found')],
    );
    expect(report).toMatchObject({ labels: 2, right: 2, falseAlarms: 0, passed: true, wrong: [] });
    expect(report.confusion).toEqual({ ok: { ok: 1 }, 'not-found': { 'not-found': 1 } });
  });

  it('counts a good one that is called bad, and fails', () => {
    const report = score([label('第二条', 'ok')], [found('第二条', 'misquoted')]);
    expect(report).toMatchObject({ good: 1, falseAlarms: 1, falseAlarmShare: 1, passed: false });
    expect(report.wrong).toMatchObject([{ failure: 'state', expected: 'ok', found: 'misquoted' }]);
  });

  it('tells missed labels from found ones, and does not call them false alarms', () => {
    const report = score([label('第二条', 'ok')], []);
    expect(report).toMatchObject({ missed: 1, falseAlarms: 0, right: 0, passed: false });
    expect(report.confusion).toEqual({ ok: { missed: 1 } });
  });

  it('takes the right state of another provision for wrong', () => {
    const report = score([label('第二条', 'ok', '《示例法》第二条')], [found('第二条', 'ok', '《示例法》第一条')]);
    expect(report).toMatchObject({ wrongProvisions: 1, right: 0, wrong: [{ failure: 'wrong-provision' }] });
  });

  it('does not mind how names inside a title are bracketed', () => {
    const target = '《关于〈中华人民共和国示例法〉的解释》第二条';
    const report = score([label('第二条', 'ok', target)], [found('第二条', 'ok', '《关于《示例法》的解释》第二条')]);
    expect(report.right).toBe(1);
  });

  it('takes a range for as good as its worst article', () => {
    const range = '第三至五条';
    const states = (last: State) => [
      found(range, 'ok', '《示例法》第三条'),
      found(range, 'ok', '《示例法》第四条'),
      found(range, last, last === 'ok' ? '《示例法》第五条' : null),
    ];
    expect(score([label(range, 'ok', '《示例法》第三条')], states('ok')).right).toBe(1);
    expect(score([label(range, 'not-found')], states('not-found')).right).toBe(1);
    expect(score([label(range, 'ok', '《示例法》第三条')], states('not-found')).falseAlarms).toBe(1);
  });

  it('takes a list that was found as one apart by provision', () => {
    const list = '《示例法》第一条、第二条';
    const report = score(
      [label('《示例法》第一条', 'ok', '《示例法》第一条'), label('第二条', 'misquoted', '《示例法》第二条')],
      [found(list, 'ok', '《示例法》第一条'), found(list, 'misquoted', '《示例法》第二条')],
    );
    expect(report).toMatchObject({ right: 2, extra: 0 });
  });

  it('pairs a label with the citation that ends where it ends', () => {
    const report = score(
      [label('《示例法》第一条', 'not-found')],
      [found('《示例法》', 'unchecked'), found('第一条', 'not-found')],
    );
    expect(report).toMatchObject({ right: 1, extra: 1, extraNotOk: [{ raw: '《示例法》', state: 'unchecked' }] });
  });

  it('counts what nobody labelled, and lists it where it is not ok', () => {
    const report = score([label('第二条', 'ok')], [found('第二条', 'ok'), found('第三至五条', 'ok')]);
    expect(report).toMatchObject({ extra: 1, extraNotOk: [], passed: true });
  });
});
