import type { Deadline, SearchHit } from '@lutai/contracts';
import type { AreaStep } from './area-schema.ts';
import type { AreaGuidance } from './drafter.ts';

/** Stands where a person must write the conclusion; an agent replaces the whole paragraph before approving. */
export const conclusionPlaceholder = '【请承办人在此写明结论】';

export type AnswerParts = {
  /** What comes first of all, where somebody is in danger. */
  safety?: string | undefined;
  conclusion: string;
  /** Markdown before the provisions, or empty. */
  reasons?: string;
  provisions: SearchHit[];
  guidance: AreaGuidance;
  today: string;
};

const most = { steps: 6, evidence: 7, deadlines: 3, quoted: 500 };

/** The text for the client, in Markdown: its headings are the same for every drafter. */
export function answerText({ safety, conclusion, reasons = '', provisions, guidance, today }: AnswerParts): string {
  const { missingFacts, steps, evidence, deadlines } = guidance;
  const sections: [string, string][] = [
    ['结论', conclusion],
    ['理由与依据', [reasons, ...provisions.map(quote)].filter((part) => part !== '').join('\n\n')],
    ['您可以怎么做', steps.slice(0, most.steps).map(step).join('\n')],
    [
      '需要准备的证据',
      evidence
        .slice(0, most.evidence)
        .map((entry) => `- ${entry}`)
        .join('\n'),
    ],
    [
      '期限提醒',
      deadlines
        .slice(0, most.deadlines)
        .map((deadline) => remind(deadline, today))
        .join('\n'),
    ],
    ['还需要您补充的信息', missingFacts.map(({ question }, index) => `${index + 1}. ${question}`).join('\n')],
  ];
  const body = sections.filter(([, content]) => content !== '').map(([title, content]) => `## ${title}\n\n${content}`);
  const opening = '您好！您的问题我们已经仔细看过，现答复如下。';
  const closing =
    missingFacts.length > 0
      ? '请您方便时补充上面的信息，我们会据此给您更准确的答复。'
      : '如果情况与上面所说的不同，或者有新的材料，请随时告诉我们。';
  return [...(safety === undefined ? [] : [safety]), opening, ...body, closing].join('\n\n');
}

/** The provision word for word. A very long one is cut between two of its lines, openly. */
function quote({ citation, text }: SearchHit): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (kept.length > 0 && length + line.length > most.quoted) break;
    kept.push(line);
    length += line.length;
  }
  const rest = kept.length < lines.length ? '\n\n（条文较长，其余略。）' : '';
  return `**${citation}**\n\n${kept.map((line) => `> ${line}`).join('\n>\n')}${rest}`;
}

function step({ text, where, cost, time }: AreaStep, index: number): string {
  const details = [
    ['去哪里', where],
    ['费用', cost],
    ['时间', time],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`   - ${label}：${value}`]));
  return [`${index + 1}. ${text}`, ...details].join('\n');
}

function remind(deadline: Deadline, today: string): string {
  const { name, period, runsFrom, date, citation, note, needs, calendarKnown } = deadline;
  const counted =
    date === null
      ? needs === null
        ? ''
        : `${needs}，才能算出到哪一天为止。`
      : date < today
        ? `按您说的日期，到${chineseDay(date)}为止，可能已经过了，请尽快和我们核对。`
        : `按您说的日期，最晚到${chineseDay(date)}${calendarKnown ? '' : '（那一年的放假安排公布后还要核对）'}。`;
  const asked = date !== null && needs !== null ? `${needs}。` : '';
  return `- **${name}**：${period}（${citation}）。起算：${runsFrom}。${counted}${asked}${note}`;
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
