/** Everything that the weights depend on, besides the texts. */
export interface Recipe {
  seed: number;
  dimensions: number;
  features: number;
  /** Learning the language of the law: halves of provisions, and headings against what stands under them. */
  language: { steps: number; batch: number; temperature: number; learningRate: number; dropout: number };
  /** Learning to answer: questions against their provisions. */
  questions: {
    epochs: number;
    batch: number;
    negatives: number;
    temperature: number;
    learningRate: number;
    dropout: number;
    /** A step of the first kind after each, so that words that no question uses keep their meaning. */
    rehearse: boolean;
    /** Lawyers' answers as a second voice between question and provision. */
    answers: boolean;
  };
}

export const recipe: Recipe = {
  seed: 20250423,
  dimensions: 160,
  features: 88_000,
  language: { steps: 1400, batch: 320, temperature: 0.05, learningRate: 0.1, dropout: 0.3 },
  questions: {
    epochs: 40,
    batch: 128,
    negatives: 640,
    temperature: 0.05,
    learningRate: 0.04,
    dropout: 0.6,
    rehearse: false,
    answers: true,
  },
};

/** Which fifth of the questions is held out for measuring. */
export const holdOutSeed = 7;
