import { plainWords } from '@lutai/law';
import { hasFenceMark, withoutUnseen } from '../fence-marks.ts';

export type LeakFinder = (text: string) => string | null;

const shingle = 14;
const longestCode = 32;

/** Ways out of the house, and ways of looking like more than words. */
const forbidden: [RegExp, string][] = [
  [/[\w.+-]{1,64}\s?[@＠]\s?[a-z\d-]{1,63}/iu, '带了电子邮箱'],
  [
    /!?\[[^\]\n]*\]\s*[(（[]|<\/?[a-z!?][^>\n]{0,200}>|&(?:#x?[\da-f]+|lt|gt|quot|amp);/iu,
    '带了链接、图片或者网页代码',
  ],
  [/(?:https?|ftp|data|javascript|file|vbscript|mailto|weixin|alipays?)\s*:|www\s*[.。]|\/\/[a-z\d]/iu, '带了网址'],
  [
    /[a-z\d-]{1,63}\s?[.。]\s?(?:com|cn|net|org|gov|edu|top|xyz|vip|cc|io|site|online|club|info|ru|test|example)(?![a-z])/iu,
    '带了网址',
  ],
  [new RegExp(`[A-Za-z\\d+/_=%-]{${longestCode},}`, 'u'), '带了编码过的文字'],
  [/(?:%[\da-f]{2}){4,}|(?:\\[ux][\da-f]{2,4}){3,}/iu, '带了编码过的文字'],
  [/(?:^|\n)\s*(?:#{1,6}\s|>|```|~~~|\||-{3,}\s*(?:\n|$)|={3,})/u, '带了不该有的标题、引文或者代码格式'],
  [/(?:[\p{Script=Latin}'’]{1,30}[\s,.;:!?]{1,9}){8,}/u, '有成段的外文，无法核对'],
  [/[|｜]>|<[|｜]|\[\/?INST\]|(?:^|\n)\s*(?:system|assistant|user|系统|助手)\s*[:：]/iu, '带了对话角色的记号'],
];

/**
 * Finds in a written sentence what must not leave the house: marks of the fence, passages of the instructions (any 14
 * characters in a row, forwards or backwards, punctuation left out), addresses of the net, markup, encoded text.
 */
export function createLeakFinder(secrets: readonly string[]): LeakFinder {
  const known = new Set<string>();
  for (const secret of secrets) {
    const words = wordsOf(secret);
    for (const passage of [words, [...words].reverse().join('')]) {
      for (let at = 0; at + shingle <= passage.length; at += 1) known.add(passage.slice(at, at + shingle));
    }
  }
  return (written) => {
    const text = withoutUnseen(written).normalize('NFKC');
    if (hasFenceMark(written)) return '带出了材料的边界记号';
    const words = wordsOf(written);
    for (let at = 0; at + shingle <= words.length; at += 1) {
      if (known.has(words.slice(at, at + shingle))) return '带出了系统说明里的话';
    }
    return forbidden.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  };
}

const wordsOf = (text: string): string => plainWords(withoutUnseen(text).normalize('NFKC')).words;
