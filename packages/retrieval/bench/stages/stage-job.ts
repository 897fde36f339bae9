import type { Measured, PgVectorMeasured } from '../results.ts';

/** What a child process is asked to do. It shares nothing with its parent, so that its memory is its own. */
export interface StageJob {
  stage: keyof StageAnswers;
  size: number;
  seed: number;
  corpus: string;
  questions: string;
  asked: number;
  cases: number;
  seconds: number;
  /** Where the index is kept between the stages of one size. */
  folder: string;
  asOf: string;
  /** Bytes of memory at which a stage gives up. */
  memoryLimit: number;
}

export interface StageAnswers {
  build: Pick<
    Measured,
    'dimensions' | 'vectorSearch' | 'answeredCases' | 'knownQuestions' | 'copyLikeness' | 'build'
  > & {
    modelId: string;
  };
  search: Pick<Measured, 'load' | 'latency'> & {
    /** Distances of the ten nearest that the index finds, for each question of the agreement. */
    found: number[][];
  };
  throughput: { searches: number; seconds: number };
  exact: { nearest: number[][] };
  pgvector: PgVectorMeasured;
}

export interface StageProgress {
  doing: string;
  done: number;
  total: number;
}

/** How many of the questions the agreement with exact search is measured on; each costs a look at every vector. */
export const AGREEMENT_QUESTIONS = 200;

export type StageMessage =
  | { type: 'progress'; progress: StageProgress }
  /** Ready to be measured beside the others: waits for `go`. */
  | { type: 'ready' }
  | { type: 'answer'; answer: StageAnswers[keyof StageAnswers] }
  | { type: 'failed'; reason: string };

export interface StageContext {
  job: StageJob;
  report: (progress: StageProgress) => void;
  /** Says that all is prepared and waits until every process that is measured with this one is, too. */
  ready: () => Promise<void>;
}
