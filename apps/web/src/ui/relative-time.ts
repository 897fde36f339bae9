import type { Language } from '../language/language.tsx';

const locales = { zh: 'zh-CN', en: 'en' } as const;
const units = [
  { unit: 'minute', seconds: 60, until: 60 * 60 },
  { unit: 'hour', seconds: 60 * 60, until: 24 * 60 * 60 },
  { unit: 'day', seconds: 24 * 60 * 60, until: 14 * 24 * 60 * 60 },
] as const;

/** 「3 分钟前」, 「2 小时后」; the date itself beyond two weeks. */
export function relativeTime(at: Date, now: Date, language: Language): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 45) return language === 'zh' ? '刚刚' : 'just now';
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'always' });
  for (const { unit, seconds: size, until } of units) {
    if (distance < until) return format.format(Math.sign(seconds) * Math.max(1, Math.round(distance / size)), unit);
  }
  const sameYear = at.getFullYear() === now.getFullYear();
  return at.toLocaleDateString(locales[language], {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
  });
}

export function exactTime(at: Date, language: Language): string {
  return at.toLocaleString(locales[language], { dateStyle: 'long', timeStyle: 'medium' });
}

/** Short and to the second, as a record wants it. */
export function recordTime(at: Date, language: Language): string {
  return at.toLocaleString(locales[language], { dateStyle: 'short', timeStyle: 'medium', hour12: false });
}

/** Today in the reader's own calendar, `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
