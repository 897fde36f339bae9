import type { Route } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { answerCaseOf, citationOf, draftOf } from '../testing/drafts.ts';
import { reportAnswers } from './report-answers.ts';
import { scoreAnswer } from './score-answer.ts';

const answered = (used: string[], id = 'a') => scoreAnswer(answerCaseOf({ id }), draftOf({ used }), 10);
const routed = (expected: Route, route: Route, outcome: 'answered' | 'insufficient-basis' = 'insufficient-basis') =>
  scoreAnswer(answerCaseOf({ route: expected, kind: expected }), draftOf({ route, outcome, used: [] }), 10);

describe('reportAnswers', () => {
  it('takes recall as a mean over cases and precision as a share of all that is cited', () => {
    const two = answerCaseOf({ provisions: ['《示例法》第一条', '《示例法》第四条'] });
    const scores = [
      scoreAnswer(
        two,
        draftOf({ used: ['《示例法》第一条', '《示例法》第二条', '《他法》第一条', '《他法》第二条'] }),
        10,
      ),
      answered(['《示例法》第一条']),
    ];
    expect(reportAnswers(scores).figures).toMatchObject({
      basisRecall: { value: 0.75, cases: 2 },
      basisPrecision: { value: 0.6 },
      basisStrictPrecision: { value: 0.4 },
    });
  });

  it('passes what keeps every requirement, and leaves out those that the set has no case for', () => {
    const report = reportAnswers([answered(['《示例法》第一条'])]);
    expect(report.passed).toBe(true);
    expect(report.requirements.map(({ figure }) => figure)).toEqual([
      'citationsOk',
      'basisRecall',
      'basisPrecision',
      'answered',
    ]);
    expect(report.figures.harmRouted).toBeNull();
  });

  const good = [answered(['《示例法》第一条']), routed('harm', 'harm'), routed('danger', 'danger', 'answered')];
  it.each([
    ['harmRouted', routed('harm', 'answer')],
    ['dangerRouted', routed('danger', 'answer', 'answered')],
    ['abstained', routed('foreign-law', 'answer', 'answered')],
    ['abstained', routed('no-basis', 'answer')],
    ['answered', routed('answer', 'no-basis')],
    ['basisRecall', answered([])],
    [
      'citationsOk',
      scoreAnswer(answerCaseOf(), draftOf({ citations: [citationOf('《旧法》第一条', 'not-in-force')] }), 1),
    ],
  ])('misses %s', (figure, bad) => {
    const { requirements, passed } = reportAnswers([...good, bad]);
    expect(passed).toBe(false);
    expect(requirements.filter((one) => !one.passed).map((one) => one.figure)).toContain(figure);
  });

  it('takes any abstention for one, by whichever route, and help in danger for no refusal', () => {
    const { figures, routes } = reportAnswers([
      routed('foreign-law', 'not-legal'),
      routed('answer', 'danger', 'answered'),
      routed('answer', 'answer'),
    ]);
    expect(figures).toMatchObject({ abstained: { value: 1 }, answered: { value: 0.5 }, routeRight: { value: 0.3333 } });
    expect(routes).toEqual({ 'foreign-law': { 'not-legal': 1 }, answer: { danger: 1, answer: 1 } });
  });

  it('groups by area and kind', () => {
    const { areas, kinds } = reportAnswers([answered([]), routed('harm', 'harm')]);
    expect(areas.lease?.cases).toBe(2);
    expect(kinds).toMatchObject({ plain: { cases: 1, figures: { basisRecall: { value: 0 } } }, harm: { cases: 1 } });
  });
});
