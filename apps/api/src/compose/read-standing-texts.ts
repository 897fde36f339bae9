import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DeadlineData, type loadAreas, type StandingText, type Topic, topicSentences } from '@lutai/desk';
import { findCitations } from '@lutai/law';
import { z } from 'zod';

type Areas = Awaited<ReturnType<typeof loadAreas>>;

const evaluationSchema = z.object({
  id: z.string().optional(),
  text: z.string().optional(),
  question: z.string().optional(),
  claim: z.string().optional(),
  citation: z.string().optional(),
  citations: z.array(z.string()).optional(),
  provisions: z.array(z.string()).optional(),
});

/** The desk's guidance and its evaluation cases, with what they cite: what an amendment must reach besides the database. */
export async function readStandingTexts(sources: {
  areas: Areas;
  topics: readonly Topic[];
  deadlines: DeadlineData;
  evaluations: string;
}): Promise<StandingText[]> {
  return [
    ...sources.areas.flatMap(guidanceOf),
    ...sources.topics.map(topicText),
    ...sources.deadlines.catalogue.kinds.map(deadlineText),
    ...(await evaluationsIn(sources.evaluations)),
  ];
}

/** A deadline rests on the newest of its provisions, and on those that its note names. */
function deadlineText({ id, name, rules, note }: DeadlineData['catalogue']['kinds'][number]): StandingText {
  const text = `${rules.at(-1)?.citation ?? ''}${note}`;
  const citations = findCitations(text).flatMap(({ raw, kind }) => (kind === 'provision' ? [raw] : []));
  return { subjectType: 'guidance', subjectId: `deadline:${id}`, title: `期限：${name}`, citations };
}

function topicText(topic: Topic): StandingText {
  const found = findCitations(topicSentences(topic).join('\n'));
  const citations = found.flatMap(({ raw, kind }) => (kind === 'provision' ? [raw] : []));
  return {
    subjectType: 'guidance',
    subjectId: `topic:${topic.id}`,
    title: `要点：${topic.name}`,
    citations: [...new Set([...topic.provisions, ...citations])],
  };
}

function guidanceOf({ area, name, steps, evidence }: Areas[number]): StandingText[] {
  const texts = [
    ...steps.map(({ text, where = '', time = '' }) => `${text} ${where} ${time}`),
    ...evidence.map(({ text }) => text),
  ];
  return texts.flatMap((text, i): StandingText[] => {
    const citations = findCitations(text).flatMap(({ raw, kind }) => (kind === 'provision' ? [raw] : []));
    if (citations.length === 0) return [];
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return [{ subjectType: 'guidance', subjectId: `${area}:${i + 1}`, title: `${name}：${shown}`, citations }];
  });
}

/** A line that is no evaluation case with citations rests on nothing. */
async function evaluationsIn(folder: string): Promise<StandingText[]> {
  const names = await readdir(folder).catch(() => []);
  const found: StandingText[] = [];
  for (const name of names.filter((file) => file.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n');
    for (const [i, line] of lines.entries()) {
      const row = line === '' ? null : evaluationSchema.safeParse(JSON.parse(line)).data;
      const citations = row?.citations ?? row?.provisions ?? (row?.citation ? [row.citation] : []);
      if (!row || citations.length === 0) continue;
      const title = row.text ?? row.question ?? row.claim ?? '';
      found.push({
        subjectType: 'evaluation',
        subjectId: `${name}:${row.id ?? i + 1}`,
        title: title.slice(0, 60),
        citations,
      });
    }
  }
  return found;
}
