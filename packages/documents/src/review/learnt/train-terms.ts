import { fitLinear } from '@lutai/learning';
import { type TermWeights, verdicts } from './learnt-terms.ts';
import { termCells, termFeatures, themeCells, themeFeatures } from './term-features.ts';

export interface MarkedTerm {
  /** A sentence with its parties marked. */
  text: string;
  isDoubtful: boolean;
  /** Null where it is not known: the sentence then tells the verdict alone. */
  theme: string | null;
}

const verdictSettings = { epochs: 20, rate: 2, decay: 2e-5, seed: 3 };
const themeSettings = { epochs: 14, rate: 4, decay: 1e-6, seed: 5 };

/** Fits both models (`fitLinear`). The same terms in the same order give the same weights. */
export function trainTerms(terms: readonly MarkedTerm[]): TermWeights {
  const themes = [...new Set(terms.flatMap(({ theme }) => (theme === null ? [] : [theme])))].sort();
  const themed = terms.flatMap(({ theme, text }) =>
    theme === null ? [] : [{ features: themeFeatures(text), label: themes.indexOf(theme) }],
  );
  return {
    verdict: fitLinear(
      terms.map(({ text, isDoubtful }) => ({ features: termFeatures(text), label: Number(isDoubtful) })),
      { ...verdictSettings, classes: verdicts, cells: termCells },
    ),
    themes: fitLinear(themed, { ...themeSettings, classes: themes, cells: themeCells }),
  };
}
