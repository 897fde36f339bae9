import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LabelledQuestion, Places } from './training-data.ts';

const lineSchema = z.object({ text: z.string().trim().min(1), citations: z.array(z.string()).min(1) });

/** Questions of every `.jsonl` in a folder: `{"text", "citations": ["中华人民共和国民法典第五百条"]}` a line. */
export function readOwnQuestions(folder: string, places: Places): LabelledQuestion[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, file, `${file}:${at + 1}`, places)])),
  );
}

function readLine(line: string, file: string, where: string, places: Places): LabelledQuestion {
  const { text, citations } = parse(line, where);
  const provisions = citations.map((citation) => {
    const place = places.byCitation(citation);
    if (place === undefined) throw new Error(`${where}: ${citation} is no provision of the corpus`);
    return place;
  });
  return { source: 'own', file, text, answer: null, provisions: [...new Set(provisions)] };
}

function parse(line: string, where: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${where}: not a question with its citations`, { cause });
  }
}
