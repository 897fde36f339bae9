/** What one size gave; seconds, milliseconds and bytes as they are named. */
export interface SizeResult {
  passages: number;
  /** Why it was not measured to its end; the figures are then missing. */
  stopped?: string;
  measured?: Measured;
}

export interface Measured {
  dimensions: number;
  vectorSearch: string;
  answeredCases: number;
  knownQuestions: number;
  /** Mean cosine of a changed copy and its original; null where there are no copies. */
  copyLikeness: number | null;
  build: { seconds: number; stages: Record<string, number>; peakBytes: number; diskBytes: number };
  load: { embedderSeconds: number; indexSeconds: number; bytes: number };
  latency: {
    questions: number;
    p50: number;
    p95: number;
    p99: number;
    max: number;
    /** Median of the vector store alone, asked for ten and looking as far as a search does. */
    nearest: number;
    /** Mean of the processor's own time. */
    processor: number;
  };
  throughput: { seconds: number; one: number; two: number };
  /** Share of the ten nearest by exact search that the index finds; null where it is exact itself. */
  recallAt10: { questions: number; value: number } | null;
}

export interface PgVectorMeasured {
  passages: number;
  dimensions: number;
  version: string;
  insertPerSecond: number;
  graphSeconds: number;
  /** A row of the table, and of the graph. */
  tableBytesPerRow: number;
  graphBytesPerRow: number;
  latency: { questions: number; p50: number; p95: number };
  /** Share of the ten nearest by float64 that exact search over halfvec finds. */
  halfPrecisionRecallAt10: number;
  /** Share of the ten nearest by halfvec that the graph finds. */
  recallAt10: number;
  /** Share of the ten nearest that one bit a number finds, when so many candidates are ranked again by their vectors. */
  binaryRecallAt10: { candidates: number; value: number }[];
}

export interface BenchResults {
  date: string;
  seed: number;
  /** Where two cores could be had for the processes alone, each ran on one. */
  pinned: boolean;
  machine: { processor: string; cores: number; memoryBytes: number; system: string; node: string; loadBefore: number };
  modelId: string;
  asOf: string;
  sizes: SizeResult[];
  pgvector: PgVectorMeasured | null;
}
