export { smallCases, smallCorpus } from './small-corpus.ts';
