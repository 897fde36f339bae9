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
/** Bodies and kinds of text that make rules which no collection of national law holds. */
const ELSEWHERE =
  /公约|议定书|(?<!行政)协定$|国际|纪要|指导意见|指引|标准|规范|GB|会议|高级人民法院|中级人民法院|仲裁委|交易所|协会|联合国|世界|欧盟|美国|英国|日本|德国|法国/u;

/** Whether a name begins with a province, a city or a county: local law. */
export const isLocalName = (name: string) => !name.startsWith('中华人民共和国') && PLACE.test(name);
export const endsWithPlace = (words: string) => PLACE_AT_END.test(words);
/** Local law, treaties, minutes, standards and foreign law: real, but outside a collection of national law. */
export const isOutsideNationalLaw = (name: string) => isLocalName(name) || ELSEWHERE.test(name);
