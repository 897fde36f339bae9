import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

/** The dictionary takes a third of a second to load: once a process, and not before the first text. */
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** Words of a text, one after the other, no overlap. */
export function segment(text: string): string[] {
  return segmenter().cut(text, true);
}

/** Words of a text and the shorter words inside long ones, for a lexical index. */
export function segmentForSearch(text: string): string[] {
  return segmenter().cutForSearch(text, true);
}
