import type { SearchHit, Triage } from '@lutai/contracts';
import type { AreaKnowledge } from './area-schema.ts';
import { type AreaScore, scoreAreas } from './score-areas.ts';

/** What the first of the found provisions adds to its area, in the unit of the keywords' weights (measured: 3–6 is best). */
const firstHit = 4;
const hitsRead = 8;

/** The triage with its area seen again in the light of the provisions that were found; all else stays. */
export function refineArea(areas: AreaKnowledge[], triage: Triage, text: string, hits: SearchHit[]): Triage {
  const scores = new Map(scoreAreas(areas, text).map(({ area, name, score }) => [area, { area, name, score }]));
  for (const [rank, { law, path }] of hits.slice(0, hitsRead).entries()) {
    const place = `${law} ${path.join(' ')}`;
    for (const { area, name, laws } of areas) {
      if (!laws.some((pattern) => pattern.test(place))) continue;
      const known = scores.get(area)?.score ?? 0;
      scores.set(area, { area, name, score: known + firstHit / (rank + 1) });
    }
  }
  const best = [...scores.values()].sort(byScore)[0];
  if (best === undefined || best.area === triage.area) return triage;
  const why = `结合检索到的《${hits[0]?.law ?? ''}》等规定，归入${best.name}`;
  return {
    ...triage,
    area: best.area,
    reasons: [{ field: 'area', value: best.area, why }, ...triage.reasons.filter(({ field }) => field !== 'area')],
  };
}

function byScore(left: Pick<AreaScore, 'score'>, right: Pick<AreaScore, 'score'>): number {
  return right.score - left.score;
}
