export { type FitOptions, type FittedRetrieval, fitRetrieval } from './fit-retrieval.ts';
export { rankerRecipe } from './ranker-recipe.ts';
export { readTrainingCorpus, type TrainingCorpus } from './training-context.ts';
