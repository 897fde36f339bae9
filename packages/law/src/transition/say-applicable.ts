import { chineseDay } from '../citations/choose-version.ts';
import { canonicalCitation } from '../titles.ts';
import type { Applicability } from './applicable-version.ts';
import type { KnownVersion } from './version-line.ts';

/** What a screen or an answer says of the versions: then, now, what decides between them, and what is not certain. */
export function sayApplicable(found: Omit<Applicability, 'words'>, facts: { from: string; to: string } | null): string {
  const sentences = facts === null ? ['事情发生的日期未知，按今天的文本。'] : [sayThen(found, facts)];
  if (facts === null || found.governing !== 'same') sentences.push(sayNow(found));
  const [deciding, ...others] = found.rules;
  if (deciding) sentences.push(`现行${canonicalCitation(deciding.law, deciding.article)}：${deciding.words}`);
  const provisos = others.filter(({ topic, effect }) => topic !== undefined || effect === 'note');
  for (const rule of provisos.slice(0, 3))
    sentences.push(`另见现行${canonicalCitation(rule.law, rule.article)}：${rule.words}`);
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
  if (versionThen) return `事情发生在${when}，当时${named(title, versionThen)}${same}。`;
  if (predecessors.length > 0) {
    const names = predecessors.map(({ predecessor, version }) =>
      version ? named(predecessor, version) : `《${predecessor}》仍在施行`,
    );
    return `事情发生在${when}，当时${quoted(title)}尚未施行，${names.join('，')}。`;
  }
  return `事情发生在${when}，没有查到${quoted(title)}当时施行的文本。`;
}

function sayNow({ title, versionNow, successor }: Omit<Applicability, 'words'>): string {
  if (versionNow) return `现在${named(title, versionNow)}。`;
  if (successor) return `${quoted(title)}已由《${successor.title}》${successor.part ?? ''}取代。`;
  return `${quoted(title)}现已停止施行。`;
}

/** The law's name stands before the word that it is in force, so that a law of then is not taken for one that is applied now. */
function named(title: string, version: KnownVersion): string {
  const held = version.versionId === null ? '（本库没有收录）' : '';
  return version.effectiveFrom === null
    ? `${quoted(title)}仍在施行${held}`
    : `${quoted(title)}施行的是${chineseDay(version.effectiveFrom)}起的文本${held}`;
}

const quoted = (title: string) => canonicalCitation(title, '');
