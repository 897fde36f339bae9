import { stringify } from 'yaml';
import type { WritableAnswer } from './answer.ts';
import { isIntricate, parseMarkdown } from './answer-blocks.ts';
import { answerHead } from './answer-head.ts';
import { explicitLabel, implicitLabel } from './labels.ts';
import { printable } from './printable.ts';

/** The answer's own Markdown between its labels; the implicit label is the mapping `AIGC` of the front matter. */
export function writeAnswerMarkdown(answer: WritableAnswer): string {
  const { title, lines } = answerHead(answer);
  const label = explicitLabel(answer);
  const implicit = implicitLabel(answer);
  const front = stringify(
    {
      title: `${title}${answer.number === null ? '' : ` ${answer.number}`}`,
      label,
      contentHash: answer.contentHash,
      ...(implicit === null ? {} : { AIGC: implicit }),
    },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
  const shownLabel = `> **${inert(label)}**`;
  const text = inert(printable(answer.text));
  const particulars = lines.map((line) => `${inert(line)}\n`).join('\n');
  return `---\n${front}---\n\n# ${title}\n\n${particulars}\n${shownLabel}\n\n${text.trimEnd()}\n${fenceLeftOpen(text)}\n${shownLabel}\n`;
}

/** No reader of the file may take words for HTML: a comment would hide what follows, the label at the end with it. */
const inert = (text: string) => text.replace(/<(?=[!/?a-z])/gi, '&lt;');

/** What closes a code block that the text leaves open, which would swallow the label at the end. */
function fenceLeftOpen(text: string): string {
  if (isIntricate(text)) return '';
  const probe = '\n\nlabel-at-the-end';
  const last = parseMarkdown(`${text.trimEnd()}${probe}`).children.at(-1);
  if (last?.type !== 'code') return '';
  const from = last.position?.start.offset ?? 0;
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(from))?.[0];
  return fence === undefined ? '' : `${fence}\n`;
}
