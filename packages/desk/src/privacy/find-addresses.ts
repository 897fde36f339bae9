const number = '[0-9０-９一二三四五六七八九十百甲乙]{1,5}';
const unit = '(?:号楼|号院|号|栋|幢|座|单元|层|楼|室|弄|组|门)';
const units = `${number}${unit}(?:[-－\\s,，]?${number}${unit}){0,5}`;
const room = '(?:[-－]?[0-9０-９]{1,4}(?![0-9０-９元万年月日块天个人名]))?';
/** From the word that makes it an address to its last number: 「路88号2单元501」. */
const street = `(?:路|街|大道|胡同|巷|小区|花园|公寓|村|苑|家园|新村|社区|宿舍|庄)(?:(?![了个在的里上租住是有我他们天给到一二三四五六七八九十])[一-龥A-Za-z]){0,6}?[-－]?${units}${room}`;
const building = `(?:大厦|广场|大楼|写字楼|公馆|城|府|湾|园|镇|乡|屯)(?:[A-Za-z]座)?${number}(?:号楼|号院|号|栋|幢|座|单元|室|组)(?:[-－]?${number}${unit}){0,5}${room}`;
const core = new RegExp(
  `${street}|${building}|(?:大厦|广场|大楼|写字楼|街|城|中心)(?:[A-Za-z]座[0-9]{1,5}室?|${units}${room})`,
  'g',
);
/** 「3栋2单元502」: a flat without its street. */
const flat =
  /(?:(?<![0-9０-９])[0-9０-９]{1,4}(?:号楼|栋|幢|座|楼)|(?<![A-Za-z])[A-Za-z]座)[-－]?(?:[0-9０-９一二三四五六七八九十]{1,3}(?:单元|门)[-－]?)?[0-9０-９]{3,4}(?:室|号|房)?(?![0-9０-９元万年月日块天个人名])/g;
/** Words that stand before an address and are not part of it. */
const before = new Set('在住于到从是往至我你他她它去的了和与给向位回把将被有为叫们个');
const longest = 24;
const cities =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|' +
  '广州|深圳|杭州|成都|武汉|南京|西安|苏州|郑州|长沙|青岛|东莞|佛山|厦门|昆明|合肥|济南|福州|大连|沈阳|哈尔滨|长春|石家庄|太原|南宁|贵阳|兰州|海口|乌鲁木齐|拉萨|银川|西宁|呼和浩特|南昌|宁波|无锡|常州|温州|珠海|惠州|中山|泉州|烟台|潍坊|徐州|南通|嘉兴|绍兴|金华|台州|洛阳|汕头';
/** The part that says which court and which rules: province, city, district or county. */
const jurisdiction = new RegExp(
  `^(?:中国)?(?:(?:${cities})(?!路|街|大道|东路|西路|南路|北路)|[一-龥]{2,6}?(?:省|自治区|自治州|自治县|(?<!超|城|门)市(?!场)|(?<!小|社|园|校|厂|库|景|片|新|老)区|县|旗)(?!路|街|大道))+(?:省|市|区)?`,
);

/** `start` to `end` with province and city, `streetStart` where what follows province, city and county begins. */
export type FoundAddress = { start: number; streetStart: number; end: number };

/** Street addresses, in order. Linear: the way back is walked, not matched. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  let done = 0;
  for (const match of text.matchAll(core)) {
    let start = match.index;
    while (start > done && match.index - start < longest && isNamePart(text[start - 1] ?? '')) start--;
    // 「我们小区三楼」 names no place.
    if (match.index - start < (/^(?:小区|社区|宿舍|公寓|村)/.test(match[0]) ? 2 : 1)) continue;
    const end = match.index + match[0].length;
    const place = jurisdiction.exec(text.slice(start, end))?.[0] ?? '';
    found.push({ start, streetStart: Math.min(start + place.length, match.index), end });
    done = end;
  }
  const taken = found.map(({ start, end }) => ({ start, end }));
  let next = 0;
  for (const match of text.matchAll(flat)) {
    const end = match.index + match[0].length;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= match.index) next++;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    found.push({ start: match.index, streetStart: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

const isNamePart = (character: string): boolean => /[一-龥0-9０-９]/.test(character) && !before.has(character);
