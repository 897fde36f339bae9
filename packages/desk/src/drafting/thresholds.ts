/**
 * Where the drafters draw their lines. Measured on the 800 lay questions and 60 others that are not about Chinese law,
 * over the full corpus with the embedded model; docs/decisions/0007-drafting-without-a-model.md has the numbers.
 */
export const thresholds = {
  /** Weight of the keywords from which a question is one of law whatever the index says … */
  areaWords: 3,
  /** … or this weight where it is shorter than `tellingLength` characters and asks nothing about rights … */
  areaWordsAlone: 5,
  tellingLength: 20,
  /** … below it, the cosine of question and nearest provision that must make up for it, where some words tell an area … */
  nearestWithWords: 0.6,
  /** … where none does … */
  nearestWithoutWords: 0.75,
  /** … and where it at least asks as one asks about rights and duties. */
  nearestAsking: 0.45,
  /** Cosine of two questions from which an answered case may lend its conclusion if it shares two provisions … */
  nearCase: 0.68,
  /** … and if it shares one. */
  veryNearCase: 0.75,
  /** A provision is quoted when its score is at least this share of the best one's. */
  standsOut: 0.75,
} as const;
