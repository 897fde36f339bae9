import { chineseDay } from '../citations/choose-version.ts';
import { canonicalCitation } from '../titles.ts';
import type { Applicability } from './applicable-version.ts';
import type { KnownVersion } from './version-line.ts';

/** What a screen or an answer says of the versions: then, now, what decides between them, and what is not certain. */
export function sayApplicable(found: Omit<Applicability, 'words'>, facts: { from: string; to: string } | null): string {
  const sentences = facts === null ? ['事情发生的日期未知，按今天的文本。'] : [sayThen(found, facts)];
  if (facts === null || found.governing !== 'same') sentences.push(sayNow(found));
  const [deciding, ...others] = found.rules;
  if (deciding) sentences.push(`${canonicalCitation(deciding.law, deciding.article)}：${deciding.words}`);
  const provisos = others.filter(({ topic, effect }) => topic !== undefined || effect === 'note');
  for (const rule of provisos.slice(0, 3))
    sentences.push(`另见${canonicalCitation(rule.law, rule.article)}：${rule.words}`);
  if (found.alsoPossible.length > 0) {
    const days = found.alsoPossible.map(({ effectiveFrom }) => chineseDay(effectiveFrom ?? '')).join('、');
    sentences.push(`日期说得不够准，也可能适用${days}起施行的文本，请问清具体日期。`);
  }
  return sentences.join('');
}

function sayThen(
  { title, versionThen, predecessors, governing }: Omit<Applicability, 'words'>,
  facts: { from: string; to: string },
): string {
  const when = facts.from === facts.to ? chineseDay(facts.from) : `${chineseDay(facts.from)}至${chineseDay(facts.to)}`;
  const same = governing === 'same' ? '，至今仍是这一文本' : '';
  if (versionThen) return `事情发生在${when}，当时施行的是${named(title, versionThen)}${same}。`;
  if (predecessors.length > 0) {
    const names = predecessors.map(({ predecessor, version }) =>
      version ? named(predecessor, version) : `《${predecessor}》`,
    );
    return `事情发生在${when}，当时${quoted(title)}尚未施行，施行的是${names.join('、')}。`;
  }
  return `事情发生在${when}，没有查到${quoted(title)}当时施行的文本。`;
}

function sayNow({ title, versionNow, successor }: Omit<Applicability, 'words'>): string {
  if (versionNow) return `现在施行的是${named(title, versionNow)}。`;
  if (successor) return `${quoted(title)}已由《${successor.title}》${successor.part ?? ''}取代。`;
  return `${quoted(title)}现在没有施行中的文本。`;
}

function named(title: string, version: KnownVersion): string {
  const since = version.effectiveFrom === null ? '' : `${chineseDay(version.effectiveFrom)}起施行的`;
  return `${quoted(title)}${since}文本${version.versionId === null ? '（本库没有收录）' : ''}`;
}

const quoted = (title: string) => canonicalCitation(title, '');
