export type { AnswerFigure } from './answers/answer-figures.ts';
export { type AnswerSet, answerSetFiles, readAnswerSet } from './answers/answer-set.ts';
export { type AnswersCheck, checkAnswers, toAnswersEntry } from './answers/answers-history.ts';
export { isAnswersRun, readAnswersRun, type SavedAnswers, writeAnswersRun } from './answers/answers-run-file.ts';
export { type AnswersComparison, compareAnswers } from './answers/compare-answers.ts';
export { type AnswerResult, evaluateAnswers } from './answers/evaluate-answers.ts';
export type { JudgeReport } from './answers/judge/agreement.ts';
export { judgePoints } from './answers/judge/judge-points.ts';
export { type AnswersReport, reportAnswers } from './answers/report-answers.ts';
export { type WorstAnswer, worstAnswers } from './answers/worst-answers.ts';
export { citationKey } from './citation-key.ts';
export { type CiteCheck, checkOverLaws } from './citations/check-over-laws.ts';
export { type LabelledText, readCitationSet } from './citations/citation-set.ts';
export { evaluateCitations } from './citations/evaluate-citations.ts';
export {
  allowedFalseAlarms,
  type CitationReport,
  type Failure,
  requiredRight,
  type WrongCitation,
} from './citations/score-citations.ts';
export { readContractSet } from './contracts/contract-set.ts';
export { type ContractsReport, evaluateContracts } from './contracts/evaluate-contracts.ts';
export { type DatedReport, type DatedResult, evaluateDated } from './dated/evaluate-dated.ts';
export { type DatedQuestion, readDatedSet } from './dated/read-dated-set.ts';
export { readHeldVersions } from './dated/read-held-versions.ts';
export { type EvaluationSet, type Label, type LabelledQuestion, missingCitations } from './evaluation-set.ts';
export { EvaluationInputError } from './input-error.ts';
export { readBeir } from './reading/read-beir.ts';
export { readNamedProvisions } from './reading/read-named-provisions.ts';
export { readOwnSet } from './reading/read-own-set.ts';
export { checkAgainstHistory, checkedMetrics, type HistoryCheck } from './record/check-against-history.ts';
export { type ComparedFigure, type ComparedPairs, compareRuns, type RunComparison } from './record/compare-runs.ts';
export {
  appendHistory,
  type HistoryEntry,
  newestAnswersOf,
  newestOf,
  readHistory,
  toHistoryEntry,
} from './record/history.ts';
export { readRunFile, writeRunFile } from './record/run-file.ts';
export { evaluateRoutes, type RouteMessage, type RoutesReport, readRouteMessages } from './routes/evaluate-routes.ts';
export {
  crossValidate,
  type Fit,
  type FitContext,
  type FoldProgress,
  type TrainQuestion,
} from './run/cross-validate.ts';
export { type EvaluationProgress, evaluateRetrieval } from './run/evaluate-retrieval.ts';
export { createFit, type TrainingSources } from './run/fit-retrieval.ts';
export { countModelCalls, type ModelCallCount, toModelStages } from './run/model-stages.ts';
export { type Fitted, type ModelUnderTest, questionsFolder, shippedModel } from './run/model-under-test.ts';
export { type OuterStages, variantsAround } from './run/outer-stages.ts';
export type { RetrievalRun, RunHeader } from './run/retrieval-run.ts';
export { ablationVariants, searchStages } from './run/search-stages.ts';
export { type AblationRow, ablationMetrics } from './scoring/ablation-table.ts';
export { type MetricFigures, type PairFigures, type SeenDefinition, seenDefinitions } from './scoring/figures.ts';
export { type MetricName, metricNames, type QuestionResult } from './scoring/question-result.ts';
export { mean, ndcgAt, percentile, type Relevance, recallAt, reciprocalRankAt } from './scoring/ranking-metrics.ts';
export { type RetrievalReport, reportRun } from './scoring/report-run.ts';
export { evaluateSupport, type SupportReport } from './support/evaluate-support.ts';
export { readSupportPairs, type SupportSplit, splitOf, supportSplits, withProvisions } from './support/support-set.ts';
