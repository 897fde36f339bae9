export { readSentFile, type SentFileOptions } from './read-sent-file.ts';
export { maxPages, type Ocr, type SentFile, type SentKind } from './sent-file.ts';
