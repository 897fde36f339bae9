import { beforeEach, describe, expect, it } from 'vitest';
import { type CitationStatistics, createCitationStatistics } from './citation-statistics.ts';

// Places 0…2 lie in law 0, place 3 in law 1.
const lawOf = [0, 0, 0, 1];
let statistics: CitationStatistics;
beforeEach(() => {
  statistics = createCitationStatistics(lawOf);
  statistics.add([0, 3]);
  statistics.add([0, 1, 3]);
  statistics.add([1]);
});

describe('citation statistics', () => {
  it('count questions by provision and labels by law', () => {
    expect([0, 1, 2, 3].map(statistics.questionsOf)).toEqual([2, 2, 0, 2]);
    expect([0, 1, 7].map(statistics.labelsIn)).toEqual([4, 2, 0]);
  });

  it('know what is cited beside what, and how often', () => {
    expect(statistics.citedBeside(0)).toEqual(
      new Map([
        [3, 2],
        [1, 1],
      ]),
    );
    expect(statistics.citedBeside(2)).toBeUndefined();
  });

  it('name what most questions rest on, equal ones in order of place, also after a change', () => {
    expect(statistics.popular()).toEqual([0, 1, 3]);
    statistics.add([3, 2]);
    expect(statistics.popular()).toEqual([3, 0, 1, 2]);
  });

  it('forget a question as if it had never been', () => {
    statistics.remove([0, 1, 3]);
    statistics.remove([0, 3]);
    expect(statistics.citedBeside(0)).toBeUndefined();
    expect([statistics.questionsOf(0), statistics.labelsIn(1)]).toEqual([0, 0]);
    expect(statistics.popular()).toEqual([1]);
  });
});
