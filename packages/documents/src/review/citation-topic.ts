import { judgeSupport } from '@lutai/law';

/** A citation that stands, with the words of its provision. */
export interface PlacedCitation {
  /** Offsets in the text of the contract, end exclusive. */
  start: number;
  end: number;
  /** The provision as the corpus has it. */
  text: string;
  /** Canonical: 《full title》第…条. */
  citation: string;
}

/** Fewer pairs of characters than this tell nothing of what a sentence is about. */
const LEAST_PAIRS = 8;
/** The share of the sentence's pairs that a provision about the same thing has more of. */
const MOST_SHARED = 0.32;
const NOT_A_TOPIC =
  /《[^》]*》|第[^，。；]{1,12}[条款项]|[（）“”，。；：、\s\d一二三四五六七八九十]|[甲乙丙丁]方|本?合同|协议|双方|当事人|依照|根据|按照|依据|规定|的|应当|可以|不得|有权|法律|或者|以及|下列|之一|情形|责任|义务|权利|承担|履行|约定|要求|支付|用人单位|劳动者|出租人|承租人|出借人|借款人|出卖人|买受人/gu;
/** Provisions that nearly any term may rest on. */
const SWEEPING =
  /民法典》第(?:七|一百(?:四十三|五十三)|四百(?:六十五|七十|九十[六七八])|五百(?:零[二九]|一十|四十三|六十二|六十三|七十七))条|劳动合同法》第(?:三|十七|二十六)条/u;
/** What the Labour Contract Law says in one place only, with the articles that it may be cited by. */
const LABOUR: [RegExp, RegExp][] = [
  [
    /(?:乙方|劳动者|员工|职工|本人)[^。；甲用公单]{0,40}?提前(?:三十|30)[日天][^。；甲]{0,12}通知[^。；]{0,16}(?:解除|辞职|离职)/u,
    /第三十七条/u,
  ],
  [
    /(?:严重违反[^。；，]{0,10}(?:制度|纪律|规章)|严重失职|不符合录用条件|被(?:依法)?追究刑事责任)[^。；]{0,60}解除/u,
    /第(?:三十九|二十一|四十三|五十)条/u,
  ],
  [/竞业(?:限制|禁止)[^。；]{0,40}(?:期限|补偿|范围|违约金)/u, /第(?:二十三|二十四|二十五|九十)条/u],
  [/(?:专项|专业技术)?培训[^。；]{0,40}服务期/u, /第(?:二十二|二十五|九十)条/u],
  [/(?:未|没有)[^。；]{0,10}(?:订立|签订)书面劳动合同[^。；]{0,30}(?:二倍|两倍|双倍)/u, /第(?:十|十四|八十二)条/u],
];
const FOUNDING = /订立|签订|达成|签署|制定本/u;

/** Of the citations of one sentence, all of which its words do not fit: what they say is something else. */
export function citationsOffTopic(text: string, placed: readonly PlacedCitation[]): PlacedCitation[] {
  const bySentence = new Map<string, { claim: string; cited: PlacedCitation[] }>();
  for (const one of placed) {
    const { from, to } = sentenceAround(text, one);
    const key = `${from}-${to}`;
    const entry = bySentence.get(key) ?? { claim: text.slice(from, to), cited: [] };
    entry.cited.push(one);
    bySentence.set(key, entry);
  }
  return [...bySentence.values()].flatMap(({ claim, cited }) => {
    const labour = cited.filter(({ citation }) => citation.includes('劳动合同法'));
    const said = claim.replace(/《[^》]*》(?:第[^，。；]{1,10}条)?/gu, '');
    const topic = LABOUR.find(([words]) => words.test(said));
    if (topic && labour.length > 0 && labour.length === cited.length)
      return labour.some(({ citation }) => topic[1].test(citation)) ? [] : labour;
    const provision = cited.map((one) => one.text).join('\n');
    const fits = FOUNDING.test(claim) || cited.some(({ citation }) => SWEEPING.test(citation));
    return fits || !isOffTopic(claim, provision) ? [] : cited;
  });
}

function sentenceAround(text: string, { start, end }: PlacedCitation) {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 160);
  const opening = /[。；\n][^。；\n]*$/u.exec(before);
  const closing = /[。；\n]/u.exec(after);
  return {
    from: start - before.length + (opening ? opening.index + 1 : 0),
    to: end + (closing?.index ?? after.length),
  };
}

function isOffTopic(claim: string, provision: string): boolean {
  const pairs = pairsOf(claim);
  if (pairs.length < LEAST_PAIRS) return false;
  const shared = pairs.filter((pair) => provision.includes(pair)).length / pairs.length;
  if (shared > MOST_SHARED) return false;
  return judgeSupport({ claim, provision }).reasons.some((reason) => reason.includes('用语'));
}

/** Neighbouring characters of the words that say what a sentence is about, each pair once. */
function pairsOf(claim: string): string[] {
  const runs = claim.replace(NOT_A_TOPIC, '|').split('|');
  return [
    ...new Set(
      runs.flatMap((run) => Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2))),
    ),
  ];
}
