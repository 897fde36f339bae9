import {
  compoundSurnames,
  givenCharacters,
  isEverydayWord,
  plainSurnames,
  surnames,
  transliterating,
} from './surnames.ts';

/** What usually follows a name in a sentence, and so is not part of it. */
const followers = new Set(
  '在于是的和与跟因为有被把从已向要想今年去来到做当也就都说打欠借给住，。！？、；：,.!?;: \n的了着过不没',
);
/** What follows the name of someone who does or owes something; ends a name that nothing introduces. */
const closers = new Set([
  ...'在于是的和与跟因为有被把从已向要想今去到做当也就都说打欠借给住了着过不没我他她你合跑离开走死出做卖买租抢踢砍结拖躲失怀生病签骂偷骗撞赔拿收写转承应拒却又还让叫找以之等所名先女同这那两一二三四五六七八九十几',
  ...'，。！？、；：,.!?;:()（）“”‘’"《》<>〔〕 \t\r\n0123456789０１２３４５６７８９',
]);
const kin =
  '前夫|前妻|老公|老婆|丈夫|妻子|爱人|对象|男朋友|女朋友|男友|女友|未婚夫|未婚妻|儿子|女儿|闺女|父亲|母亲|爸爸|妈妈|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|女婿|儿媳|侄子|侄女|外甥|表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹|舅舅|叔叔|姑姑|大伯|嫂子|姐夫|妹夫|我爸|我妈|我哥|我姐|我弟|我妹';
const known =
  '同事|朋友|同学|邻居|老乡|熟人|网友|室友|老板娘|老板|房东|租客|承租人|出租人|中介|司机|包工头|工头|班长|经理|主管|医生|老师(?!傅)|律师|法官|民警|业务员|主任|村长|书记|会计|厂长|店长|合伙人|股东|法定代表人|法人代表|法人|客户|卖家|买家|甲方|乙方|丙方';
const roles =
  '债主|债务人|债权人|借款人|出借人|担保人|保证人|介绍人|被告人|被告|原告|被害人|受害人|嫌疑人|证人|见证人|代理人|被申请人|申请人|被上诉人|上诉人|第三人|被执行人|收款人|付款人|户名|联系人|收件人|寄件人|经办人|签收人|死者|伤者|患者|病人|肇事者|车主|户主|亲属|监护人|受益人|投保人|被保险人|被继承人|继承人|立遗嘱人|甲|乙';
const relation = new RegExp(
  `(?:${kin}|${known}|${roles})(?:的?(?:名字|姓名|全名|大名))?(?:名?叫做?|就?是|为)?[:：]?[ \\t　]?(?:[(（]\\s?)?(?=([一-龥]{2,4})([\\s\\S]?))`,
  'g',
);
const introductions =
  /(?:我叫做?|我是叫|我名叫|我姓名|名叫|名字叫做?|名字是|名字[:：]|本人叫?|自称|全名|真名叫?|真名是|姓名[ \t　]?[:：是为]?|签名[:：]|署名[:：]?|(?:对方|男方|女方|他|她|人家|那人|那个人|孩子|小孩|宝宝)(?:名字)?叫做?)[\s　]?(?=([一-龥]{2,4}))/g;
/** Words before a name that nothing introduces: 「借给张三5万」, 「跟刘芳签的」. */
const acting =
  /(?:借给|转给|卖给|租给|包给|付给|交给|还给|打给|送给|寄给|介绍给|给|跟|和|与|同|向|被|把|将|由|让|对|找|告|欠|起诉|替|帮|叫|及|是|、|，|。|；|：|:|\n|^)[了过]?[ \t　]?(?=([一-龥]{2,4})([\s\S]?))/g;
const surnameOnly = /(?<=我|对方|他|她|老板|房东)姓([一-龥]{1,2})/g;
const titled = /([一-龥]{1,3})(先生|女士|小姐|太太|师傅)/g;
const called =
  /(?<![一-龥])(?:老|小|阿)?([一-龥])(老板|总(?![共是的价额部公体计之会在量算想])|经理|律师|医生|大夫|主任|老师|阿姨|叔叔?|大爷|大妈|大姐|大哥|哥|姐|嫂|婶|工头|书记|村长|局长|警官|法官|校长|院长|厂长|会计)/g;
const familiar = [
  /(?<![大从多])(?:老|小|阿)([王李张刘陈杨赵周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕卢蒋蔡贾丁魏薛阎潘杜戴汪姜谭廖邹郝崔邱秦侯邵孟尹黎贺龚庞樊殷俞聂邢岳耿詹靳裴覃霍瞿])(?!子)/g,
  /(?<!得)老([马高黄林何田史任段方江石程苏叶])(?=[，。！？、；：,.!?;:\s欠借说的跟和把给在他她不没就也还打签拿转承找去来让叫家])/g,
];
const foreign = new RegExp(`[${transliterating}]{2,8}(?:[·•・][${transliterating}]{1,8}){1,3}`, 'g');
/** Where a one-character surname may follow in a sentence: 「包给张老板」. */
const leading =
  /(?<=[给跟和与找叫被把向对问由让替帮欠借告从去到是说有个位的村我他她了过])([一-龥])(老板|总(?![共是的价额部公体计之会在量算想])|经理|律师|医生|大夫|主任|老师|阿姨|叔叔?|大爷|大妈|大姐|大哥|哥|姐|嫂|婶|警官|法官)/g;

export type FoundName = { name: string; stands: string };

/** Names that a text introduces or that are known, longest first, each with what may stand in its place. */
export function findNames(text: string, knownNames: readonly string[]): FoundName[] {
  const found = new Map<string, string>();
  const add = (name: string | null | undefined) => name && found.set(name, '某某');
  for (const name of knownNames) if ([...name].length >= 2 && !name.includes('某') && !isEverydayWord(name)) add(name);
  for (const match of text.matchAll(introductions)) for (const name of cutName(match[1] ?? '')) add(name);
  for (const match of text.matchAll(relation))
    for (const name of likelyNames(match[1] ?? '', match[2] ?? '')) add(name);
  for (const match of text.matchAll(acting)) add(plainName(match[1] ?? '', match[2] ?? ''));
  for (const match of text.matchAll(foreign)) if (!match[0].includes('某')) add(match[0]);
  for (const match of text.matchAll(surnameOnly)) {
    const surname = surnameOf(match[1] ?? '');
    if (surname) found.set(`姓${surname}`, '姓某');
  }
  for (const match of text.matchAll(titled)) {
    const [, before = '', title = ''] = match;
    const name = nameAtEnd(before);
    if (name) found.set(`${name}${title}`, `某${title}`);
    if (name && name.length >= 2 && !compoundSurnames.includes(name)) add(name);
  }
  for (const pattern of [called, leading]) {
    for (const [, surname = '', title = ''] of text.matchAll(pattern)) {
      if (plainSurnames.has(surname)) found.set(`${surname}${title}`, `某${title}`);
    }
  }
  for (const pattern of familiar) {
    for (const [word] of text.matchAll(pattern)) found.set(word, `${word.slice(0, 1)}某`);
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

/** The name after 「老公」 or 「被告」: a plain surname with almost any character, another one only as a whole name. */
function likelyNames(text: string, next: string): string[] {
  const surname = surnameOf(text);
  if (!surname || !isName(text)) return [];
  const [first = '', second = '', after = next] = [...text.slice(surname.length), next];
  if (!first || (closers.has(first) && !givenCharacters.has(first))) return [];
  const isPlain = plainSurnames.has(surname) || surname.length === 2;
  if (givenCharacters.has(first) && givenCharacters.has(second)) return [`${surname}${first}${second}`];
  if (givenCharacters.has(first) && isGivenEnd(second)) return [`${surname}${first}`];
  if (!isPlain) return [];
  if (isGivenEnd(second)) return [`${surname}${first}`];
  if (isGivenEnd(after)) return [`${surname}${first}${second}`];
  return givenCharacters.has(second) ? [`${surname}${first}${second}`] : [`${surname}${first}`];
}

const isGivenEnd = (character: string) => character === '' || closers.has(character);

/** A name that only its own characters show: a surname, given characters, and a word that ends it; of two characters a plain one. */
function plainName(text: string, next: string): string | null {
  const surname = surnameOf(text);
  if (!surname || !isName(text)) return null;
  const [first = '', second = '', after = next] = [...text.slice(surname.length), next];
  if (!givenCharacters.has(first)) return null;
  const isPlain = plainSurnames.has(surname) || surname.length === 2;
  // 「石英岩」, 「洪泽湖」: what is not a name ends like this where the surname is a common word.
  const isOther = isPlain ? /[三四五六七八九]/ : /[三四五六七八九岩石湖河山川道进成全家长]/;
  if (givenCharacters.has(second) && !isOther.test(second) && isGivenEnd(after)) return `${surname}${first}${second}`;
  return isPlain && isGivenEnd(second) ? `${surname}${first}` : null;
}

/** The longest name that ends the text: a surname and at most two characters. */
function nameAtEnd(text: string): string | null {
  for (let start = 0; start < text.length; start++) {
    const rest = text.slice(start);
    const surname = surnameOf(rest);
    const isWord = /[的老位名个这那]$|.的/.test(rest);
    if (surname && rest.length <= surname.length + 2 && isName(rest) && !isWord) return rest;
  }
  return null;
}

/** 「张某」 is no longer a name, and a word like 「马上」 never was. */
const isName = (text: string): boolean => !text.includes('某') && !isEverydayWord(text);
