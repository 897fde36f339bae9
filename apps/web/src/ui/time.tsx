import { useSyncExternalStore } from 'react';
import { useLanguage } from '../language/language.tsx';
import { exactTime, recordTime, relativeTime } from './relative-time.ts';

const listeners = new Set<() => void>();
let minute = Math.floor(Date.now() / 30_000);

/** One timer for all the times on a page; it stops when none is shown. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const timer = setInterval(() => {
    minute = Math.floor(Date.now() / 30_000);
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    clearInterval(timer);
  };
}

/** 「3 分钟前」, with the exact time on hover. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const { language } = useLanguage();
  useSyncExternalStore(subscribe, () => minute);
  const date = new Date(at);
  return (
    <time dateTime={at} title={exactTime(date, language)} className={className}>
      {relativeTime(date, new Date(), language)}
    </time>
  );
}

/** The exact time, for records. */
export function ExactTime({ at, className }: { at: string; className?: string }) {
  const { language } = useLanguage();
  return (
    <time dateTime={at} className={className}>
      {recordTime(new Date(at), language)}
    </time>
  );
}
