import type { Party } from '../read-parties.ts';
import { readIdentities } from './identity-values.ts';
import { findAll, type ReadingContext, reading } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

const COMPANY = /(?:公司|合作社|厂|店|中心|事务所|经营部|工作室|学校|医院|幼儿园)$/u;
const ANY_COMPANY = /(?:有限(?:责任)?公司|合作社|事务所|经营部|工作室|幼儿园|厂)/gu;
/** Numbers that a thing has one of. */
const MARKS: [string, RegExp][] = [
  ['车牌号', /车牌(?:号码?|照)?(?:为|是|：)?([\u4e00-\u9fa5][A-Z][·]?[A-Z\d*]{4,6})/gu],
  ['车架号', /车架号(?:码)?(?:尾数|后四位)?(?:为|是|：)?([A-Z\d*]{4,17})/gu],
  ['发动机号', /发动机号(?:码)?(?:为|是|：)?([A-Z\d*]{4,12})/gu],
  ['产权证号', /(?:不动产权证?(?:书)?|房产证|房屋所有权证)(?:编)?号(?:为|是|：)?([^，。；）\n]{6,30}?号)/gu],
  ['机身编号', /(?:机身编号|出厂编号|设备编号|序列号)(?:为|是|：)?([A-Z\d*-]{4,20})/gu],
];
const ROOM = /([\u4e00-\u9fa5\d]{3})(?<!\d)(\d{3,4})(?:室|号房)/gu;

/** Names and numbers of one party or thing that differ by a slip of the pen. */
export function readNameValues(context: ReadingContext): ValueReading[] {
  return [
    ...signatures(context),
    ...companies(context),
    ...marks(context),
    ...rooms(context),
    ...readIdentities(context),
  ];
}

const bare = (name: string) => name.replace(/[（(][^）)]*[）)]?|[\s*]/gu, '');

/** How many places two words of one length differ in; Infinity for other lengths. */
function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return [...a].filter((character, index) => character !== b[index]).length;
}

/** 「甲方（盖章）：」 followed by another name than the head gives. */
function signatures({ sentences, parties }: ReadingContext): ValueReading[] {
  const stops = `${parties.map(({ alias }) => alias).join('|')}|法定代表|委托代理|代理人|授权|日期|签订|签署|签名|电话|身份证|见证|地址|\\n|　`;
  const signed = sentences.filter(({ clause }) => clause.kind === 'signature');
  return parties.flatMap((party) => {
    const name = bare(party.name ?? '');
    if (name.length < 2 || parties.some((other) => other !== party && other.alias === party.alias)) return [];
    const pattern = new RegExp(
      `(?<!共同|连带|原|代)${party.alias}(?:（[^）]{0,16}）)?：([^，。；：（]{2,30}?)(?=${stops}|[，。；：（]|$)`,
      'gu',
    );
    return findAll(signed, pattern).flatMap((found) => {
      const written = bare(found.words);
      return isOtherName(name, written) ? [reading(1, found, `合同开头写作“${name}”，落款却写作“${written}”`)] : [];
    });
  });
}

function isOtherName(head: string, written: string): boolean {
  if (head === written || head.includes(written) || written.includes(head)) return false;
  if (COMPANY.test(head) && COMPANY.test(written)) return true;
  const isPerson = head.length <= 4 && /^[\u4e00-\u9fa5]+$/u.test(head + written);
  return isPerson && differences(head, written) === 1 && !/某/u.test(differing(head, written));
}

const differing = (a: string, b: string) =>
  [...a].map((character, index) => (character === b[index] ? '' : `${character}${b[index]}`)).join('');

/** A company of the text that is all but the name of a party. */
function companies({ text, sentences, parties }: ReadingContext): ValueReading[] {
  const names = parties.map(({ name }) => bare(name ?? '')).filter((name) => COMPANY.test(name) && name.length >= 7);
  return findAll(sentences, ANY_COMPANY).flatMap((found) => {
    const end = found.to;
    return names.flatMap((name) => {
      const written = text.slice(Math.max(0, end - name.length), end);
      const close = differences(name, written);
      if (close < 1 || close > 2 || !isSameKind(name, written) || isPartOf(written, names)) return [];
      return [reading(1, { from: end - name.length, to: end }, `当事人是“${name}”，这里却写作“${written}”`)];
    });
  });
}

const isSameKind = (name: string, written: string) =>
  name.slice(-2) === written.slice(-2) && /^[\u4e00-\u9fa5]+$/u.test(written);
const isPartOf = (written: string, names: Party['alias'][]) => names.some((name) => name.includes(written));

function marks({ sentences }: ReadingContext): ValueReading[] {
  return MARKS.flatMap(([label, pattern]) => {
    const found = findAll(sentences, pattern);
    const [first] = found;
    if (!first) return [];
    const other = found.find(({ words }) => words !== first.words && differences(words, first.words) <= 2);
    return other ? [reading(1, other, `${label}一处写作${first.words}，另一处写作${other.words}`)] : [];
  });
}

/** Rooms of one house whose numbers are each other's with digits changed about. */
function rooms({ sentences }: ReadingContext): ValueReading[] {
  const found = findAll(sentences, ROOM).map((one) => ({ one, house: one.match[1] ?? '', number: one.match[2] ?? '' }));
  const sorted = (number: string) => [...number].sort().join('');
  return found.flatMap(({ one, house, number }, index) => {
    const first = found.slice(0, index).find((other) => other.number !== number && other.one.sentence !== one.sentence);
    if (!first || first.house !== house || sorted(first.number) !== sorted(number)) return [];
    return [reading(1, one, `房号一处写作${first.number}，另一处写作${number}`)];
  });
}
