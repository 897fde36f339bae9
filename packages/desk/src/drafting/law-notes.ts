import type { FactsDay, SearchHit } from '@lutai/contracts';
import { canonicalCitation, currencyOf, dayInWords, laterRevision, notSeenAfter } from '@lutai/law';
import { articleKey, type LawHistory } from '../corpus/laws/law-history.ts';
import { findingsOf } from '../matters/gate/findings-of.ts';
import type { CheckText } from './drafter.ts';
import { factsSpan, type LawLine, lawLines } from './law-lines.ts';

export type LawNotesDeps = { lawHistory?: LawHistory | undefined; checkText: CheckText };
export type LawNotesInput = {
  /** What the text rests on, and what else is shown beside it. */
  used: readonly SearchHit[];
  shown: readonly SearchHit[];
  facts: FactsDay;
  today: string;
  question: string;
};
export type LawNotes = {
  /** Paragraphs for the text, each of them free of findings of the check. */
  paragraphs: string[];
  notices: string[];
  /** `shown` with what is to be known of their laws. */
  provisions: SearchHit[];
};

const mostParagraphs = 2;

/** What must be said of the age and the versions of the laws that an answer rests on. */
export async function lawNotes(deps: LawNotesDeps, input: LawNotesInput): Promise<LawNotes> {
  const { used, shown, facts, today, question } = input;
  if (deps.lawHistory === undefined || shown.length === 0) {
    return { paragraphs: [], notices: [], provisions: [...shown] };
  }
  const span = factsSpan(facts);
  const known = facts.source !== 'today' || facts.reading !== null;
  const asked = { facts: known ? span : { from: today, to: today, day: today }, today, question };
  const lines = await lawLines(deps.lawHistory, { ...asked, hits: shown });
  const changed = lines.filter(({ applicability }) => applicability.governing !== 'same');
  const restsOn = new Set(used.map(({ lawId }) => lawId));
  const differing: { law: string; unchanged: boolean }[] = [];
  const paragraphs: string[] = [];
  for (const line of changed.filter(({ hit }) => restsOn.has(hit.lawId))) {
    const unchanged = await readsTheSame(deps.lawHistory, line, used);
    differing.push({ law: line.hit.law, unchanged });
    if (unchanged || paragraphs.length >= mostParagraphs) continue;
    const paragraph = await citable(deps.checkText, line, facts.day);
    if (paragraph !== null) paragraphs.push(paragraph);
  }
  const notices = changeNotices(differing);
  const revised = lines.flatMap((line) => revisionOf(line, facts.day, today));
  notices.push(...revised.filter(({ lawId }) => restsOn.has(lawId)).map(({ words }) => words));
  const age = ageOf(
    lines.filter(({ hit }) => restsOn.has(hit.lawId)),
    [facts.day, today],
  );
  if (age !== null) notices.push(age.notice);
  const sentences = revised.filter(({ lawId }) => restsOn.has(lawId)).map(({ sentence }) => sentence);
  if (age !== null || sentences.length > 0) paragraphs.push([...sentences, age?.sentence ?? ''].join(''));
  const words = new Map(changed.map(({ hit, applicability }) => [hit.lawId, applicability.words]));
  const later = new Map(revised.map((each) => [each.lawId, each.words]));
  return { paragraphs, notices: [...new Set(notices)], provisions: shown.map((hit) => flagged(hit, words, later)) };
}

/** For the agent, in short: the whole explanation stands beside the provisions. */
function changeNotices(changed: readonly { law: string; unchanged: boolean }[]): string[] {
  const named = (unchanged: boolean) =>
    changed
      .filter((each) => each.unchanged === unchanged)
      .map(({ law }) => canonicalCitation(law, ''))
      .join('、');
  const [other, alike] = [named(false), named(true)];
  return [
    ...(other === '' ? [] : [`${other}在事情发生时和现在文本不同，适用哪个见“旧法与新法”。`]),
    ...(alike === '' ? [] : [`${alike}前后文本不同，所引条文文字相同。`]),
  ];
}

function flagged(hit: SearchHit, words: Map<string, string>, later: Map<string, string>): SearchHit {
  const [applicability, laterRevision] = [words.get(hit.lawId), later.get(hit.lawId)];
  const { laterRevision: _, ...rest } = hit;
  return { ...rest, ...(applicability ? { applicability } : {}), ...(laterRevision ? { laterRevision } : {}) };
}

/** Whether every article that is cited of this law reads the same in the version of the other day. */
async function readsTheSame(lawHistory: LawHistory, line: LawLine, used: readonly SearchHit[]): Promise<boolean> {
  const { versionThen, versionNow } = line.applicability;
  const [then, now] = [versionThen?.versionId, versionNow?.versionId];
  if (!then || !now) return false;
  const cited = used.filter(({ lawId }) => lawId === line.hit.lawId);
  const keys = cited.flatMap(({ lawId, article }) => [then, now].map((versionId) => ({ lawId, versionId, article })));
  const texts = await lawHistory.articles(keys);
  return cited.every(({ article }) => {
    const text = texts.get(articleKey({ versionId: then, article }));
    return text !== undefined && text === texts.get(articleKey({ versionId: now, article }));
  });
}

/**
 * One sentence, so that each law it names stands beside why it is named: the rule in our words, else in its own, else left
 * out, whichever the check finds nothing wrong with. Null where what applied then is not known.
 */
async function citable(checkText: CheckText, { applicability }: LawLine, asOf: string): Promise<string | null> {
  const { versionThen, predecessors, rules, words } = applicability;
  if (versionThen === null && predecessors.length === 0) return null;
  const [rule] = rules;
  const clauses = words
    .replaceAll('（本库没有收录）', '')
    .split('。')
    .filter(
      (clause) => clause !== '' && !rules.some(({ law, article }) => clause.includes(canonicalCitation(law, article))),
    );
  const cited = rule && `现行${canonicalCitation(rule.law, rule.article)}`;
  const variants = rule ? [`${cited}：${rule.words}`, `${cited}规定：“${rule.quote.replace(/。$/u, '')}”`, ''] : [''];
  for (const said of variants) {
    const stem = [...clauses, said.replace(/。$/u, '')].filter((clause) => clause !== '').join('；');
    const paragraph = `适用哪个时候的法律：${stem}。`;
    const citations = await checkText(paragraph, asOf);
    if (citations.every(({ state }) => state === 'ok') && findingsOf(paragraph, citations).length === 0)
      return paragraph;
  }
  return null;
}

function revisionOf({ hit, newestMade }: LawLine, asOf: string, today: string) {
  const found = laterRevision({ title: hit.law, newestMade }, asOf);
  // What came into force between the facts and today is said as the version of now.
  if (found === null || (!found.inForce && found.effective <= today)) return [];
  const title = `《${hit.law.replace(/^中华人民共和国(?=.)/u, '')}》`;
  const since = `${dayInWords(found.effective)}起施行`;
  const done = found.kind === 'codified' ? '编入新的法典' : '修改';
  const when = `${found.inForce ? '自' : '将自'}${since}`;
  const sentence = `请注意：${title}已于${dayInWords(found.made)}${done}，${when}，上面引用的是此前的文字，请以新的文本为准。`;
  return [{ lawId: hit.lawId, words: found.words, sentence }];
}

/** The oldest day up to which one of these laws is current, said where one of `days` lies beyond it. */
function ageOf(lines: readonly LawLine[], days: string[]): { notice: string; sentence: string } | null {
  const ages = lines.map(({ hit, newestMade }) => currencyOf({ title: hit.law, newestMade }));
  const [oldest] = ages.sort((a, b) => a.currentThrough.localeCompare(b.currentThrough));
  const notice = oldest ? notSeenAfter(oldest, days) : null;
  if (!oldest || notice === null) return null;
  const sentence = `以上所引的法律文本收录至${dayInWords(oldest.currentThrough)}，此后公布的新规定我们尚未见到。`;
  return { notice, sentence };
}

const heading = '## 法律文本说明';

/** The text with these paragraphs before its closing words, under a heading of their own. */
export function withLawNotes(text: string, paragraphs: readonly string[]): string {
  if (paragraphs.length === 0) return text;
  const at = text.lastIndexOf('\n\n');
  const section = [heading, ...paragraphs].join('\n\n');
  return at === -1 ? `${text}\n\n${section}` : `${text.slice(0, at)}\n\n${section}${text.slice(at)}`;
}
