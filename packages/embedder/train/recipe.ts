/** Everything that the weights depend on, besides the texts. */
export interface Recipe {
  seed: number;
  /** A multiple of 8. */
  dimensions: number;
  features: number;
  /** Learning the language of the law: halves of provisions, and headings against what stands under them. */
  language: { steps: number; batch: number; temperature: number; learningRate: number; dropout: number };
  /** Learning to answer: questions against their provisions. */
  questions: {
    epochs: number;
    batch: number;
    /** Random provisions in each batch, wrong for all its questions. */
    negatives: number;
    temperature: number;
    learningRate: number;
    dropout: number;
    /** Lawyers' answers as a second voice between question and provision. */
    answers: boolean;
  };
}

export const recipe: Recipe = {
  seed: 20250423,
  dimensions: 256,
  features: 80_000,
  language: { steps: 1400, batch: 320, temperature: 0.05, learningRate: 0.1, dropout: 0.3 },
  questions: {
    epochs: 40,
    batch: 128,
    negatives: 640,
    temperature: 0.05,
    learningRate: 0.04,
    dropout: 0.6,
    answers: true,
  },
};

/** Which fifth of the questions is held out for measuring. */
export const holdOutSeed = 7;
