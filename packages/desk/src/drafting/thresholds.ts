/** Where the extractive drafter draws its lines; how they were measured is in docs/decisions. */
export const thresholds = {
  /** Cosine of question and nearest provision below which nothing bears on a question of a known area … */
  nearestWithArea: 0.2,
  /** … and of one whose words tell no area. */
  nearestWithoutArea: 0.35,
  /** Cosine of two questions from which an answered case may lend its conclusion. */
  nearCase: 0.75,
  /** A provision is quoted when its score is at least this share of the best one's. */
  standsOut: 0.5,
} as const;
