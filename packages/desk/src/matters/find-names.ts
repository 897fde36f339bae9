/** Common surnames. Characters that are mostly particles or titles in running text (和, 于, 时, 向, 是 …) are left out. */
const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范' +
    '方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕' +
    '聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄司柏宁柯阮桂闵解柴' +
    '华冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫嵺苟褚廉娄盖符奚穆党燕郎邸冀谈姬屠郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井练仲虞卞封竺冼衣楚佟栗匡宗巫鞠桑荆谌扬沙岑习蔺云',
);
/** Everyday words that begin with a surname. */
const everydayWords = [
  '马上',
  '高兴',
  '任何',
  '方便',
  '方面',
  '安全',
  '安排',
  '常常',
  '万一',
  '金额',
  '黄金',
  '白天',
  '江苏',
  '路上',
  '司机',
  '司法',
  '华为',
  '房东',
  '房产',
  '房子',
  '房屋',
  '关于',
  '管理',
  '项目',
  '解除',
  '解决',
  '支付',
  '程序',
  '许多',
  '余额',
  '费用',
  '查询',
  '商家',
  '商品',
];
const compoundSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
];

/** What usually follows a name in a sentence, and so is not part of it. */
const followers = new Set(
  '在于是的和与跟因为有被把从已向要想今年去来到做当也就都说打欠借给住，。！？、；：,.!?;: \n的了着过不没',
);

const introductions =
  /(?:我叫做?|我是叫|我姓名|名叫|名字叫做?|名字是|姓名[:：是为]?|(?:对方|被告|原告|老板|房东|债务人|债权人|借款人|出借人|担保人|丈夫|妻子|老公|老婆|前夫|前妻|同事|朋友|邻居|中介|司机|包工头|经理|主管|医生|老师)(?:名字)?叫做?)\s?([一-龥]{2,4})/g;
const surnameOnly = /(?<=我|对方|他|她|老板|房东)姓([一-龥]{1,2})/g;
const titled = /([一-龥]{1,3})(先生|女士|小姐|太太|师傅)/g;

export type FoundName = { name: string; stands: string };

/** Names that a text introduces or that are known, longest first, each with what may stand in its place. */
export function findNames(text: string, known: readonly string[]): FoundName[] {
  const found = new Map<string, string>();
  for (const name of known) if ([...name].length >= 2 && !name.includes('某')) found.set(name, '某某');
  for (const match of text.matchAll(introductions)) {
    for (const name of cutName(match[1] ?? '')) found.set(name, '某某');
  }
  for (const match of text.matchAll(surnameOnly)) {
    const surname = surnameOf(match[1] ?? '');
    if (surname) found.set(`姓${surname}`, '姓某');
  }
  for (const match of text.matchAll(titled)) {
    const [, before = '', title = ''] = match;
    const name = nameAtEnd(before);
    if (name) found.set(`${name}${title}`, `某${title}`);
    if (name && name.length >= 2 && !compoundSurnames.includes(name)) found.set(name, '某某');
  }
  return [...found]
    .map(([name, stands]) => ({ name, stands }))
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
}

function surnameOf(text: string): string | null {
  const compound = compoundSurnames.find((surname) => text.startsWith(surname));
  if (compound) return compound;
  const [first = ''] = text;
  return surnames.has(first) ? first : null;
}

/**
 * The name at the start of what follows 「我叫」. Where its end cannot be told, the longer and the shorter reading are both
 * taken, so that the name is found again elsewhere in either.
 */
function cutName(text: string): string[] {
  const surname = surnameOf(text);
  if (!surname || !isName(text.slice(0, surname.length + 1))) return [];
  const characters = [...text].slice(0, surname.length + 2);
  const end = characters.findIndex((character, index) => index > surname.length && followers.has(character));
  if (end > 0) return [characters.slice(0, end).join('')];
  const whole = characters.join('');
  return whole.length > surname.length + 1 ? [whole, whole.slice(0, -1)] : [whole];
}

/** The longest name that ends the text: a surname and at most two characters. */
function nameAtEnd(text: string): string | null {
  for (let start = 0; start < text.length; start++) {
    const rest = text.slice(start);
    const surname = surnameOf(rest);
    if (surname && rest.length <= surname.length + 2 && isName(rest)) return rest;
  }
  return null;
}

/** 「张某」 is no longer a name, and a word like 「马上」 never was. */
const isName = (text: string): boolean => !text.includes('某') && !everydayWords.some((word) => text.startsWith(word));
