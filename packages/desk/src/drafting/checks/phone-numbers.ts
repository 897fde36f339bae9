import { withoutUnseen } from '../fence-marks.ts';

/** Lines of the state that anybody may name: police, fire, ambulance, legal aid, labour, consumers, finance, taxes and so on. */
const publicLines = [
  ...['110', '119', '120', '122', '12110', '12309', '12315', '12333', '12338', '12345', '12348', '12355', '12356'],
  ...['12366', '12368', '12378', '96110'],
];

const numbers = [
  /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?![\d])/gu,
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/gu,
  /(?<!\d)[48]00(?:[ -]?\d){7}(?!\d)/gu,
  /(?<=(?:拨打|致电|电话|热线|来电|短信到)[^\d,，。;；]{0,6}|拨|打)\d(?:[ -]?\d){2,11}(?!\.\d|[\d元块万余多年月日天个%])/gu,
  /(?<!\d)\d{3,8}(?=(?:这个|的)?(?:热线|专线))/gu,
  /(?<!\d)\d(?:[ -]?\d){14,18}[\dXx]?(?!\d)/gu,
  /[零〇一二三四五六七八九幺]{7,}/gu,
  /(?<=(?:微信|QQ|扣扣|vx|wx|支付宝|账号|卡号)[^a-z\d,，。;；]{0,4})[a-z\d_-]{5,}(?![a-z\d_元块万])/giu,
];

/** Telephone, account and card numbers of a sentence that the desk's own data do not hold, as written. */
export function strayLines(written: string, deskData: readonly string[]): string[] {
  const text = withoutUnseen(written).normalize('NFKC');
  const known = deskData.join('\n');
  const found = numbers.flatMap((pattern) => [...text.matchAll(pattern)].map(([number]) => number));
  return [...new Set(found)].filter(
    (number) => !publicLines.includes(number) && !(number.length >= 3 && holds(known, number)),
  );
}

const holds = (text: string, number: string): boolean =>
  text.split(/[^\d-]+/u).some((run) => run.replaceAll('-', '') === number.replace(/[ -]/gu, ''));
