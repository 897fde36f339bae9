import type { Comparison } from './compare-quotation.ts';

const SHOWN = 4;

/** 「引文作“可以”，原文为“应当”」 for the person who has to put it right. */
export function differenceNote(comparison: Comparison | null): string {
  if (comparison === null) return '引号内的文字与条文原文不一致，请对照原文修改。';
  if (comparison.similarity < 0.5) return '引号内的文字不是该条原文，请对照原文修改。';
  const changes = comparison.changes.slice(0, SHOWN).map(({ said, written }) => {
    if (written === '') return `引文多“${said}”`;
    return said === '' ? `引文漏“${written}”` : `引文作“${said}”，原文为“${written}”`;
  });
  const more = comparison.changes.length > SHOWN ? `等${comparison.changes.length}处` : '';
  return `引文与原文不符：${changes.join('；')}${more}。`;
}
