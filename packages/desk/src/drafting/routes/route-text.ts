import type { JudgedRoute } from './judge-spoken-route.ts';
import type { RouteData } from './route-schema.ts';

/** What is said first to someone in danger, Markdown; the legal answer follows it. Throws on an unknown key. */
export function dangerText(data: RouteData, key: string): string {
  return entryOf(data.danger, key).text.trim();
}

/** The whole reply to a request to do harm, Markdown: the refusal, what the law says of it, the lawful way. */
export function harmText(data: RouteData, key: string): string {
  const entry = data.harm.find((one) => one.key === key);
  // Of no kind that the catalogue knows: nothing is held against the client, a person looks at it.
  if (entry === undefined) return abstainText(data, 'no-basis');
  const { refusal, lawful } = entry;
  return [
    '您好，您的问题我们已经收到。',
    '## 结论',
    refusal.trim(),
    '## 您可以怎么做',
    lawful.trim(),
    '如果您愿意，请告诉我们事情的经过和您真正想解决的困难，我们会帮您找合法的办法。',
  ].join('\n\n');
}

type Silent = Exclude<JudgedRoute['route'], 'answer' | 'danger' | 'harm'>;

/** The whole reply where no answer can be given, Markdown; it cites nothing. */
export function abstainText(data: RouteData, route: Silent): string {
  return data[route].text.trim();
}

/** Whom a question that is not answered goes to, in Chinese, for the desk. */
export function goesTo(data: RouteData, route: Silent): string {
  return data[route].goesTo;
}

/** Every sentence for clients that the catalogue holds, to be vetted once as it stands. */
export function routeTexts(data: RouteData): string[] {
  return [...data.danger.map(({ key }) => dangerText(data, key)), ...data.harm.map(({ key }) => harmText(data, key))];
}

function entryOf<Entry extends { key: string }>(entries: Entry[], key: string): Entry {
  const entry = entries.find((one) => one.key === key);
  if (entry === undefined) throw new Error(`routes.yaml has no ${key}; it has ${entries.map((one) => one.key).join()}`);
  return entry;
}
