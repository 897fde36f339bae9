import type { HeaderEvent } from './header-events.ts';
import { headerEvents } from './header-events.ts';
import type { LawLevel } from './law-types.ts';

const NAMED =
  /(?:中华人民共和国)?(最高人民法院|最高人民检察院|全国人民代表大会常务委员会|全国人民代表大会|国务院|中央军事委员会|中央军委|政务院)/g;

/** Who made the law, from front matter, title or header; null where none of them says. */
export function decideIssuer(evidence: {
  stated: string | null;
  title: string;
  level: LawLevel;
  history: readonly string[];
}): string | null {
  if (evidence.stated) return evidence.stated;
  if (evidence.level === 'interpretation') return courts(evidence.title) ?? courts(evidence.history.join(' '));
  const events = headerEvents(evidence.history);
  const made =
    events.find((event) => event.kind === 'adopted' && /全国人民代表大会/.test(event.text)) ??
    events.find((event) => event.kind === 'promulgated') ??
    events.find((event) => event.kind === 'adopted') ??
    events.find((event) => event.kind === 'approved' || event.kind === 'amended');
  return made ? issuerIn(made) : null;
}

function courts(text: string): string | null {
  const names = ['最高人民法院', '最高人民检察院'].filter((name) => text.includes(name));
  return names.length === 0 ? null : names.join('、');
}

function issuerIn(event: HeaderEvent): string | null {
  const words = event.text.replace(/^[\s　]*(?:由|经)/, '');
  if (/^第\S+?届全国人民代表大会常务委员会/.test(words)) return '全国人民代表大会常务委员会';
  if (/^第\S+?届全国人民代表大会/.test(words) || /^中华人民共和国主席令/.test(words)) return '全国人民代表大会';
  const body =
    /^(.{2,60}?)(?:第[\d零一二三四五六七八九十百]+号)?令|^(.{2,60}?)(?:公布|发布|印发|公告|批准|第\d+次|第\S{1,6}次)/.exec(
      words,
    );
  const name = (body?.[1] ?? body?.[2] ?? '')
    .replace(/^中?(?=中华人民共和国)/, '')
    .trim()
    .replace(/\s+/g, '、')
    .replace(/(?<=^|、)中华人民共和国(?=.)/g, '')
    .replace(/\d{4}年$/, '');
  if (name === '' || /[《》。，]/.test(name)) {
    const known = [...words.matchAll(NAMED)].map((match) => match[1] ?? '');
    return known.length === 0 ? null : [...new Set(known)].join('、');
  }
  return name;
}
