const PROVINCES =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾';
const CITIES =
  '深圳|广州|珠海|厦门|汕头|杭州|南京|苏州|无锡|宁波|青岛|济南|大连|沈阳|哈尔滨|长春|武汉|长沙|成都|西安|郑州|合肥|福州|南昌|昆明|贵阳|南宁|海口|石家庄|太原|兰州|西宁|银川|乌鲁木齐|呼和浩特|拉萨';
const PLACE = new RegExp(
  `^(?:(?:中国)?(?:${PROVINCES}|${CITIES})|[\\u4e00-\\u9fff]{2,7}(?:省|市|自治区|自治州|特区|自治县|盟|县|区(?!域)))`,
  'u',
);
const PLACE_AT_END = new RegExp(
  `(?:(?:${PROVINCES}|${CITIES})|[\\u4e00-\\u9fff]{2,7}(?:省|市|自治区|自治州|特区|自治县|县|区))(?:实施|贯彻|执行)?[《〈]?$`,
  'u',
);
const ABROAD =
  '美国|英国|日本|德国|法国|韩国|朝鲜|新加坡|加拿大|澳大利亚|新西兰|意大利|西班牙|葡萄牙|俄罗斯|瑞士|瑞典|荷兰|比利时|奥地利|泰国|越南|印度|印尼|马来西亚|菲律宾|柬埔寨|缅甸|巴西|墨西哥|南非|阿联酋|欧盟|欧洲|加州|纽约州|特拉华州';
const OWN_LAW = '香港|澳门|台湾';
const BEFORE_TITLE = new RegExp(
  `((?:${ABROAD})|(?:${OWN_LAW})(?:特别行政区|特区|地区)?)(?:联邦|现行|当地)?的?$|((?:${PROVINCES}|${CITIES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?)的?$`,
  'u',
);
const ABROAD_AT_END = new RegExp(`(?:${ABROAD}|(?:${OWN_LAW})(?:特别行政区|特区|地区)?)(?:联邦|现行)?的?$`, 'u');
const LOCAL_KIND = /(?:条例|规定|办法|细则|规则)$/u;
/** Bodies and kinds of text that make rules which no collection of national law holds. */
const ELSEWHERE = new RegExp(
  '公约|议定书|(?<!行政)协定$|国际|纪要|指导意见|指引|标准|规范|GB|会议|高级人民法院|中级人民法院|仲裁委|交易所|协会|联合国|世界|(?:通知|意见|答复|复函|公告)(?:（[^（）]{1,12}）)?$|' +
    ABROAD,
  'u',
);

/** Whether a name begins with a province, a city or a county: local law. */
export const isLocalName = (name: string) => !name.startsWith('中华人民共和国') && PLACE.test(name);
export const endsWithPlace = (words: string) => PLACE_AT_END.test(words) || ABROAD_AT_END.test(words);
/** 「美国《…法》」, 「香港的《…条例》」, 「上海市《…规定》」: the place whose law a title is, from the words before it; else null. */
export function placeBeforeTitle(words: string, name: string): string | null {
  if (name.startsWith('中华人民共和国')) return null;
  const match = BEFORE_TITLE.exec(words);
  return match?.[1] ?? (LOCAL_KIND.test(name) ? (match?.[2] ?? null) : null);
}

/** Local law, treaties, minutes, standards and foreign law: real, but outside a collection of national law. */
export const isOutsideNationalLaw = (name: string) => isLocalName(name) || ELSEWHERE.test(name);
