/** A sentence that says what the law is and names no law. `start`/`end` are UTF-16 offsets, end exclusive. */
export interface UncitedSentence {
  sentence: string;
  start: number;
  end: number;
}

/** Words in which law is stated: duties, rights, validity, liability, periods. */
const LEGAL =
  /应当|不得|有权|无权|必须|依法|法律(?:规定|责任|效力|后果)|(?:承担|负有|免除|减轻).{0,12}(?:责任|义务)|(?:无效|有效|可撤销|有期徒刑|拘役|罚款|罚金)|(?:可以|可)(?:请求|要求|主张|申请|解除|撤销|起诉|向.{1,12}(?:申请|请求|起诉))|时效(?:期间)?(?:为|是|届满)|(?:赔偿|支付).{0,12}(?:损失|违约金|赔偿金|补偿金|双倍|二倍|三倍)|(?:期限|期间)为|之日起.{1,10}(?:日|天|个月|年)内|视为|推定|构成.{1,12}(?:违约|侵权|犯罪|罪|欺诈|合同|关系)|予以(?:支持|处罚)/u;
/** Not the writer's statement of law: a question, a heading, a request for facts, advice on evidence. */
const NOT_LAW =
  /[？?]\s*$|吗[。！]?$|^(?:请|麻烦|建议您?(?:先|尽快|尽早|保留|收集|咨询)|您?可以(?:先|尽快)?(?:保留|收集|咨询|补充|提供|联系)|如(?:果)?(?:您)?(?:有|还有)(?:其他|任何)?(?:疑问|问题)|以上|感谢|您好|尊敬的|注意：?$|声明|免责|合同(?:第.{1,8}条)?约定|双方约定|根据您(?:的|所)|您(?:说|提到|描述))/u;
/** A sentence that draws a conclusion from the cited one before it. */
const FOLLOWS =
  /^(?:因此|因而|所以|故此?|据此|由此|综上|可见|也就是说|换言之|换句话说|即|这意味着|根据(?:上述|前述|该|这一)|依据(?:上述|前述|该)|按照(?:上述|前述|该)|上述|前述|该规定|该条|在(?:本案|您的情况)|本案中?|就本案|结合本案|具体到)/u;
const SHORTEST = 8;

/**
 * The sentences of a text that state law and carry no citation, in order. A conclusion drawn from the cited sentence
 * before it in the same paragraph (「因此…」) is borne by that one. `cited` are the spans of all citations found.
 */
export function uncitedSentences(text: string, cited: readonly { start: number; end: number }[]): UncitedSentence[] {
  const found: UncitedSentence[] = [];
  const spans = [...cited].sort((a, b) => a.start - b.start);
  let next = 0;
  let borne = false;
  let line = -1;
  for (const { start, end, paragraph } of sentencesOf(text)) {
    const words = text.slice(start, end);
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1;
    const carries = next < spans.length && (spans[next]?.start ?? 0) < end;
    if (paragraph !== line) borne = false;
    line = paragraph;
    if (carries) {
      borne = true;
      continue;
    }
    if (words.length < SHORTEST || !LEGAL.test(words) || NOT_LAW.test(words)) continue;
    if (borne && FOLLOWS.test(words)) continue;
    found.push({ sentence: words, start, end });
  }
  return found;
}

/** Sentences with their paragraph; a full stop inside quotation marks or brackets ends none. */
function* sentencesOf(text: string): Generator<{ start: number; end: number; paragraph: number }> {
  let start = 0;
  let depth = 0;
  let paragraph = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const character = text.charAt(index);
    if (/[“「『（(]/u.test(character)) depth += 1;
    else if (/[”」』）)]/u.test(character)) depth = Math.max(0, depth - 1);
    const line = character === '\n' || index === text.length;
    if (!line && !(depth === 0 && /[。！？!?；]/u.test(character))) continue;
    const from =
      start +
      (/^[\s\u3000>*#\-·•]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).、．]\s*)?/u.exec(
        text.slice(start, start + 24),
      )?.[0].length ?? 0);
    const to = line ? index : index + 1;
    if (to > from) yield { start: from, end: to, paragraph };
    start = index + 1;
    if (line) {
      depth = 0;
      paragraph += 1;
    }
  }
}
