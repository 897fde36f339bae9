import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One provision as the model is trained on it. */
export interface TrainingProvision {
  law: string;
  article: string;
  /** Headings above it, in one line. */
  path: string;
  text: string;
  /** Day in the name of its file, empty where there is none: tells versions of one law apart. */
  day: string;
}

const ARTICLE = /^(第[零〇一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?)[\s　]*(.*)$/u;
const HEADING = /^(#{1,6})\s+(.+)$/u;

/**
 * Every provision under a folder of law files, in the order of the file names. This reader is rough on purpose: training
 * needs words under headings, not dates or numbering (`@lutai/law` reads those, and may not be imported from here).
 */
export function readLaws(folder: string): TrainingProvision[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
  return files.flatMap((file) =>
    readLaw(readFileSync(join(folder, file), 'utf8'), /\d{4}-\d\d-\d\d/u.exec(file)?.[0] ?? ''),
  );
}

export function readLaw(source: string, day: string): TrainingProvision[] {
  const lines = source.split(/\r?\n/u).map((line) => line.trim());
  const bodyStart = lines.indexOf('<!-- INFO END -->') + 1;
  const law = tidy(HEADING.exec(lines.find((line) => line.startsWith('#')) ?? '')?.[2] ?? '');
  const provisions: TrainingProvision[] = [];
  const path: { depth: number; heading: string }[] = [];
  for (const line of lines.slice(bodyStart)) {
    if (line === '') continue;
    const heading = HEADING.exec(line);
    const article = ARTICLE.exec(line);
    const last = provisions.at(-1);
    if (heading) {
      const depth = heading[1]?.length ?? 1;
      while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
      path.push({ depth, heading: tidy(heading[2] ?? '') });
    } else if (article) {
      const above = path.map((step) => step.heading).join(' ');
      provisions.push({ law, article: article[1] ?? '', path: above, text: article[2] ?? '', day });
    } else if (last) {
      last.text = last.text === '' ? line : `${last.text}\n${line}`;
    } else {
      // A text without articles (批复, 决定) is one provision: its words still teach.
      provisions.push({ law, article: '', path: '', text: line, day });
    }
  }
  return provisions.filter((provision) => provision.text !== '');
}

const tidy = (heading: string) => heading.replace(/[\s　]+/gu, ' ').trim();
