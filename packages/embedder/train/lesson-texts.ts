import { headerText, type LabelledQuestion, passageText, type TrainingData } from './training-data.ts';

/** All texts that training looks at, in one list, and where each kind begins in it. */
export interface LessonTexts {
  texts: string[];
  /** First row of the two halves of provision 0, of its passage, and of question 0. */
  firstHalves: number;
  secondHalves: number;
  passages: number;
  questions: number;
  /** Row of each provision's headings (shared by provisions under the same ones). */
  headerOf: Int32Array;
  /** Equal for the versions of one article: neither is a negative of the other. */
  articleOf: Int32Array;
  /** Rows of a question's answer, −1 where there is none. */
  answerOf: Int32Array;
}

export function layOutTexts(data: TrainingData, questions: readonly LabelledQuestion[]): LessonTexts {
  const { provisions } = data;
  const headers = new Map<string, number>();
  const articles = new Map<string, number>();
  const number = (known: Map<string, number>, key: string) => known.get(key) ?? known.set(key, known.size).size - 1;
  const headerOf = Int32Array.from(provisions, (provision) => number(headers, headerText(provision)));
  const articleOf = Int32Array.from(provisions, ({ law, article }) => number(articles, `${law} ${article}`));
  const halves = provisions.map((provision) => splitInHalf(provision.text));
  const answered = questions.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const firstHalves = headers.size;
  const secondHalves = firstHalves + provisions.length;
  const passages = secondHalves + provisions.length;
  const questionRows = passages + provisions.length;
  let answerRow = questionRows + questions.length;
  return {
    texts: [
      ...headers.keys(),
      ...halves.map(([first]) => first),
      ...halves.map(([, second]) => second),
      ...provisions.map(passageText),
      ...questions.map((question) => question.text),
      ...answered,
    ],
    firstHalves,
    secondHalves,
    passages,
    questions: questionRows,
    headerOf,
    articleOf,
    answerOf: Int32Array.from(questions, ({ answer }) => (answer === null ? -1 : answerRow++)),
  };
}

/** Cuts at the punctuation nearest to the middle; the second half is empty where there is none. */
export function splitInHalf(text: string): [string, string] {
  const middle = text.length / 2;
  let cut = text.length;
  for (const { index } of text.matchAll(/[。；：，、\n]/gu)) {
    if (Math.abs(index + 1 - middle) < Math.abs(cut - middle)) cut = index + 1;
  }
  return [text.slice(0, cut), text.slice(cut)];
}
