const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];
const mostYuan = 1_000_000_000_000;

/**
 * A sum in yuan as cheques and contracts write it: 12000.5 is 「壹万贰仟元伍角整」, 0 is 「零元整」. Rounded to whole 分.
 * Throws RangeError for what is negative, not finite, or a trillion and more.
 */
export function rmbCapitals(yuan: number): string {
  if (!Number.isFinite(yuan) || yuan < 0 || yuan >= mostYuan) {
    throw new RangeError(`not a sum from 0 to below ${mostYuan} yuan: ${yuan}`);
  }
  const cents = Math.round(yuan * 100);
  const whole = Math.floor(cents / 100);
  const jiao = Math.floor((cents % 100) / 10);
  const fen = cents % 10;
  const wholeText = whole === 0 ? '' : `${wholeInCapitals(whole)}元`;
  if (jiao === 0 && fen === 0) return `${wholeText || '零元'}整`;
  const gap = wholeText !== '' && (jiao === 0 || whole % 10 === 0) ? '零' : '';
  const jiaoText = jiao === 0 ? '' : `${digits[jiao]}角`;
  const fenText = fen === 0 ? '整' : `${digits[fen]}分`;
  return `${wholeText}${gap}${jiaoText}${fenText}`;
}

function wholeInCapitals(whole: number): string {
  let text = '';
  let gap = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(whole / 10_000 ** group) % 10_000;
    if (part === 0) {
      gap = text !== '';
      continue;
    }
    if (text !== '' && (gap || part < 1000)) text += '零';
    gap = false;
    text += `${groupInCapitals(part)}${groups[group]}`;
  }
  return text;
}

function groupInCapitals(part: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits[digit]}${places[place]}`;
    gap = false;
  }
  return text;
}
