import { derivedAtEnd, withoutHeadings } from './after-title.ts';
import { isContractName, isLawName } from './book-titles.ts';
import { knownNameAtEnd } from './known-names.ts';
import { endsWithPlace } from './places.ts';
import { hintBefore, type VersionHint } from './version-hints.ts';

const WINDOW = 90;
/** Between a name and its article: links, an opening bracket, and marks that close what stands around the name. */
const LINKS_AT_END = /(?:[\s\u3000]|的|中的|之|中|[（(*_】\]>〉”"’」])+$/u;
const SELF =
  /(?:(?<![基日版样范资])(?<!(?<![造构形完])成)本|该|(?<!合)同|(?<![因从])此|上述|前述|上列)(?:部)?(实施条例|实施细则|实施办法|暂行条例|暂行规定|法律|法典|法|条例|规定|司法解释|解释|办法|细则|规则|决定|规范|规程|意见|批复|规约|公约)$/u;
/** Words for law in general, and words that merely end in 法: no names. */
const GENERIC =
  /^(?:这|那|各|该|本|国家|地方|中国)?(?:相关|有关|上述|前述|下列|以下|其他|明文|具体|现行)?(?:的)?(?:法律|法规|法定|规章|行政法规|司法|实施)?(?:法律|法规|规定|解释|条例|办法|细则|法)$|(?:看|方|说|做|想|用|手|疗|书|违|合|非|立|执|守|犯|无|没|设|司|枪)法$/u;
/** Words after which a name begins. 对外 keeps its first character by the look-ahead. */
const BEFORE_NAME =
  /^.*(?:根据|依据|依照|按照|遵照|参照|适用|违反|援引|引用|结合|以及|包括|符合|属于|构成|触犯|查阅|参见|详见|对照|认为|即使|由于|关于我国|现行|原来的|我国|我们|国家|依|按|据|见|或者|，|,|；|：|“|”|"|‘|’|【|\[|〈|<|>|\*|「|在|由|把|将|从|至于|对(?!外)|就|是|即|如|的|了|原|旧|新)/su;
/** Between two names, or inside one: 「机动车驾驶证申领和使用规定」 is one, 「甲法和乙条例」 two. */
const CONJUNCTION = /^(.*)(?:和|与|及|或|、)(.+)$/su;
const NATIONAL =
  /(?:最高人民法院、最高人民检察院|最高人民法院|最高人民检察院|中华人民共和国|全国人民代表大会常务委员会|国务院关于)[^。；！？]*$/u;

/** 「国务院关于实施《公司法》注册资本登记管理制度的规定」: another law's title inside a name. */
const AROUND_TITLE =
  /(?:最高人民法院|最高人民检察院|国务院|[\u4e00-\u9fff]{2,8}(?:部|委员会|总局))?关于[^《》，,。：:“”]{0,16}《[^《》]{2,60}》[^《》，,。：:；“”]{2,60}$/u;

export type NameBefore =
  | { kind: 'name'; start: number; name: string; certain: boolean; version: VersionHint }
  | { kind: 'self'; start: number; suffix: string; backward: boolean }
  | { kind: 'derived'; start: number; derived: string }
  | { kind: 'contract' }
  | { kind: 'none' };

/**
 * The law named right before an article reference without book marks. Its end is certain; its beginning is a well-known
 * name, the name of a national body or of a place, or the last word that cannot stand inside a name.
 */
export function nameBefore(text: string, end: number, floor: number, titleAtEnd: (text: string) => number): NameBefore {
  const from = Math.max(floor, end - WINDOW);
  const stretch = text.slice(from, end);
  const boundary = Math.max(...['。', '；', '！', '？', '\n', '|', '#'].map((mark) => stretch.lastIndexOf(mark)));
  const trimmed = withoutHeadings(stretch.slice(boundary + 1).replace(LINKS_AT_END, ''));
  if (trimmed === '') return { kind: 'none' };
  const stop = from + boundary + 1 + trimmed.length;
  const round = trimmed.replaceAll('(', '（').replaceAll(')', '）');
  const known = Math.max(knownNameAtEnd(round), titleAtEnd(round));
  const named = (name: string, certain: boolean): NameBefore => {
    const start = stop - name.length;
    return { kind: 'name', start, name, certain, version: hintBefore(text.slice(Math.max(floor, start - 24), start)) };
  };
  const derived = derivedAtEnd(trimmed);
  if (derived && known <= derived.length)
    return { kind: 'derived', start: stop - derived.length, derived: derived.derived };
  const self = SELF.exec(trimmed);
  if (self && known <= self[0].length)
    return { kind: 'self', start: stop - self[0].length, suffix: self[1] ?? '', backward: !self[0].startsWith('本') };
  const national = NATIONAL.exec(trimmed)?.[0];
  const plainly = national && !/[，,：:“”《]/.test(national) && isLawName(national) ? national : null;
  const longer = plainly ?? AROUND_TITLE.exec(trimmed)?.[0];
  if (longer && longer.length > known && isLawName(longer)) return named(longer, true);
  const guess = lastName(trimmed.replace(BEFORE_NAME, '')).replace(/^[、和与及或]+/u, '');
  // 「北京市物业管理条例」 is not the 物业管理条例 of the State Council.
  if (known > 0 && !(guess.length > known && endsWithPlace(guess.slice(0, -known)))) {
    return named(trimmed.slice(-known), true);
  }
  if (isContractName(trimmed) || /(?:合同|协议|章程|条款|附件)$/u.test(trimmed)) return { kind: 'contract' };
  if (guess.length >= 3 && isLawName(guess) && !GENERIC.test(guess) && !/[\s（(]/.test(guess.slice(0, 1))) {
    return named(guess, false);
  }
  return { kind: 'none' };
}

function lastName(words: string): string {
  const parts = CONJUNCTION.exec(words);
  return parts && isLawName((parts[1] ?? '').replace(/[《》〈〉]/g, '')) ? (parts[2] ?? words) : words;
}
