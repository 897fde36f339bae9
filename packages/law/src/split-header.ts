import { readArticleLine } from './article-line.ts';
import { datesIn } from './days.ts';
import { type TextLine, toLines } from './text-lines.ts';

const END_OF_HEADER = '<!-- INFO END -->';
const STEP = /通过|公布|发布|施行|实施|执行|修订|修正|批准|生效|印发/;

export interface SplitText {
  title: string | null;
  part: string | null;
  /** Lines of adoption, promulgation and amendment. */
  history: string[];
  body: TextLine[];
  /** The body as it stands in the file, for the accounting. */
  articleSource: string;
}

/** Parts title, part and promulgation lines from the body, with or without the collection's `<!-- INFO END -->`. */
export function splitHeader(text: string, statedTitle: string | null): SplitText {
  const at = text.indexOf(END_OF_HEADER);
  const head = at === -1 ? [] : toLines(text.slice(0, at));
  const body = toLines(at === -1 ? text : text.slice(at + END_OF_HEADER.length));
  const articleSource = at === -1 ? text : text.slice(at);
  const lines = at === -1 ? body : head;
  const { title, rest, part } = takeTitle(lines, statedTitle);
  if (at === -1) {
    const { history, body: remaining } = takeSteps(rest);
    return { title, part, history, body: remaining, articleSource };
  }
  // A promulgation line that the file breaks across the mark goes on in the body.
  const { history, body: remaining } = takeSteps(body);
  return { title, part, history: [...rest.map((line) => line.text), ...history], body: remaining, articleSource };
}

function takeTitle(
  lines: TextLine[],
  statedTitle: string | null,
): { title: string | null; part: string | null; rest: TextLine[] } {
  const rest = [...lines];
  let title: string | null = null;
  const first = rest[0];
  const sameAsStated = (line: TextLine) => statedTitle !== null && squeeze(line.text) === squeeze(statedTitle);
  if (first && (first.hashes === 1 || sameAsStated(first) || (statedTitle === null && isPlainTitle(first)))) {
    title = first.text;
    rest.shift();
  }
  const second = rest[0];
  if (second?.hashes === 1 && !/^第\S+[章节条]/.test(second.text))
    return { title, part: second.text, rest: rest.slice(1) };
  return { title, part: null, rest };
}

const squeeze = (text: string) => text.replace(/[\s\u3000]/g, '');
const isPlainTitle = (line: TextLine) =>
  line.hashes <= 1 && line.text.length <= 120 && !/[。；]$/.test(line.text) && readArticleLine(line.text) === null;

/** Leading lines that tell of a step of making the law: 「2020年5月28日 …通过」, 「（…通过 …公布）」, 「会议通过）」. */
function takeSteps(lines: TextLine[]): { history: string[]; body: TextLine[] } {
  let taken = 0;
  while (taken < lines.length && isStep(lines[taken])) taken += 1;
  return { history: lines.slice(0, taken).map((line) => line.text), body: lines.slice(taken) };
}

function isStep(line: TextLine | undefined): boolean {
  if (!line || line.hashes > 0 || line.text.length > 300 || !STEP.test(line.text)) return false;
  const { text } = line;
  if (/^[^（(]{0,60}[）)]$/.test(text) && !/[。；]/.test(text)) return true;
  if (/^[（(].*[）)]$/.test(text)) return datesIn(text).length > 0 && !/。/.test(text);
  return datesIn(text)[0]?.index === 0 && !/[。；：]$/.test(text);
}
