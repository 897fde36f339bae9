import type { WritableAnswer } from './answer.ts';
import { printable } from './printable.ts';

const oneLine = (text: string) => printable(text).replace(/\s+/g, ' ').trim();

/** The title and the lines under it. */
export function answerHead({ number, subject }: WritableAnswer): { title: string; lines: string[] } {
  const lines = [
    number === null ? '' : `编号：${oneLine(number)}`,
    subject.trim() === '' ? '' : `事项：${oneLine(subject)}`,
  ];
  return { title: '法律咨询答复', lines: lines.filter((line) => line !== '') };
}
