export { jsonLines, makeBeirFolder, qrels } from './beir-folder.ts';
