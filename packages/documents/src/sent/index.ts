export { readSentFile } from './read-sent-file.ts';
export { maxPages, type Ocr, type Recognition, type SentFile, type SentKind } from './sent-file.ts';
