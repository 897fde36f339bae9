/** What a word does to the act that follows it: 应当 binds, 可以 allows, 不得 forbids, 不 denies. */
export type Force = 'must' | 'may' | 'forbid' | 'deny';

export const forceWords: readonly (readonly [Force, RegExp])[] = [
  ['deny', /可以不|可不必|可以免予|不用|无需|不必|无须|不需要?|不予|不再|不会|不是|没有|并非|概不|免予|拒不|不|未|没/u],
  ['forbid', /均?不得|不能|不可以|不应当?|无权|不准|不许|不允许|严?禁止?|严禁|不可|谁都不能/u],
  ['must', /应当|必须|应予|应该|务必|应|须/u],
  ['may', /可以|有权|能够|可|能/u],
];

/** Words that hold such a character without its meaning. They are words of their own. */
export const fixedWords =
  /应当知道|应知|是不是|能不能|要不要|有没有|不动产|不可抗力|不特定|不仅|不论|不管|不同|不服|不明|不当|不合格|不正当|不良|不利|不足|不满|不超过|不低于|不少于|不到|不正常|不定期|不能辨认|不能控制|不能清偿|不能自理|不能独立|不能证明|不能胜任|未成年人?|未来|无期徒刑|无论|无偿|无过错|无固定期限|无民事行为能力人?|无记名|无形|无因|非法人组织|非法|非婚生|非全日制|非诉|非居民|非营运|非营利|非职务|非机动车|功能|可能|能力|职能|性能|能源|智能|可靠|认可|许可|可撤销|反应|相应|对应|适应|供应|应急|应税|应付|应收|应纳|应诉|必须品|无法|没收|免除|除外|以外|例外|非因|非本人|各自|自己/u;

/** Sets of words of which one stands for the opposite, or for another party, rank or kind, than the rest. */
export const contrastSets: readonly (readonly string[])[] = [
  ['有效', '无效', '撤销'],
  ['补偿', '赔偿'],
  ['事先', '事后'],
  ['告知', '批准'],
  ['通知', '批准'],
  ['属于', '不属于'],
  ['增加', '减少', '减轻', '加重'],
  ['提高', '降低'],
  ['早于', '晚于'],
  ['之前', '之后'],
  ['最后', '最先', '最早'],
  ['一般保证', '连带责任保证'],
  ['连带责任', '补充责任', '按份责任', '有限责任', '相应的责任'],
  ['无限连带责任', '以出资额为限', '有限责任'],
  ['个人财产', '共同财产'],
  ['个人所有', '共同所有'],
  ['共同债务', '个人债务'],
  ['书面', '口头'],
  ['亲笔', '他人代写', '代书'],
  ['接受', '放弃'],
  ['批准', '不批准'],
  ['准予', '不予', '不准'],
  ['自愿', '强制'],
  ['故意', '过失'],
  ['有偿', '无偿'],
  ['共同', '单独', '单方'],
  ['双方', '单方', '一方'],
  ['始终', '终止'],
  ['继续有效', '终止'],
  ['中止', '中断', '终止'],
  ['维持', '撤销', '变更'],
  ['保价', '未保价'],
  ['有过错', '无过错', '没有过错'],
  ['过错方', '无过错方'],
  ['该方', '另一方'],
  ['本人', '非本人'],
  ['有期徒刑', '无期徒刑', '拘役', '管制', '死刑'],
  ['从轻', '从重', '加重'],
  ['基层', '中级', '高级', '最高'],
  ['用人单位', '劳动者', '用工单位', '劳务派遣单位', '工作人员'],
  ['出租人', '承租人', '次承租人'],
  ['出卖人', '买受人'],
  ['债权人', '债务人', '保证人'],
  ['贷款人', '借款人'],
  ['出借人', '借款人'],
  ['抵押人', '抵押权人'],
  ['赠与人', '受赠人'],
  ['委托人', '受托人'],
  ['定作人', '承揽人'],
  ['发包人', '承包人', '施工人'],
  ['发包方', '承包方'],
  ['分包单位', '施工总承包单位', '建设单位'],
  ['转让人', '受让人', '出让人'],
  ['经营者', '消费者', '生产者', '销售者'],
  ['医疗机构', '医务人员', '患者'],
  ['投保人', '保险人', '被保险人', '受益人'],
  ['机动车一方', '行人', '非机动车驾驶人'],
  ['原告', '被告', '第三人'],
  ['申请人', '被申请人'],
  ['侵权人', '被侵权人'],
  ['侵权人', '受害人'],
  ['行为人', '受害人'],
  ['行政机关', '当事人'],
  ['监护人', '被监护人'],
  ['被继承人', '继承人', '受遗赠人'],
  ['纳税人', '税务机关', '扣缴义务人'],
  ['董事会', '股东会', '监事会'],
  ['公安机关', '人民检察院', '人民法院'],
  ['男方', '女方'],
  ['男', '女'],
  ['父亲', '母亲'],
  ['国家', '集体'],
  ['动产', '不动产'],
  ['应予支持', '不予支持', '不支持'],
  ['付给', '收取'],
];

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const forceSources = forceWords
  .map(([, words]) => words.source)
  .join('|')
  .split('|');

/** A word of several characters at its longest, a word of force, or a single character. */
export const wordPattern = new RegExp(
  `${longestFirst(contrastSets.flat())}|${fixedWords.source}|${longestFirst(forceSources)}|[\\s\\S]`,
  'gu',
);

const wholeForces = forceWords.map(([force, words]) => [force, new RegExp(`^(?:${words.source})$`, 'u')] as const);

export function forceOf(word: string): Force | null {
  return wholeForces.find(([, words]) => words.test(word))?.[0] ?? null;
}

/** The other word of a set that two words both belong to, where they exclude each other. */
export function exclude(a: string, b: string): boolean {
  return a !== b && contrastSets.some((set) => set.includes(a) && set.includes(b));
}

const contrastWords: ReadonlySet<string> = new Set(contrastSets.flat());
export const isContrast = (word: string) => contrastWords.has(word);
