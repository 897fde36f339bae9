/** What the words beside a date say of it. */
export type DateRole = 'harm' | 'deed' | 'other' | 'beginning' | 'procedure' | 'due' | 'birth' | 'law';

/** Heavier is likelier the day on which the facts happened. */
export const ROLE_WEIGHTS: Record<DateRole, number> = {
  harm: 8,
  deed: 7,
  other: 4,
  beginning: 3.5,
  procedure: 3,
  due: 1.5,
  birth: 0.5,
  law: -5,
};

const WORDS: [DateRole, string][] = [
  [
    'law',
    '新(?:的)?(?:法|规|公司法|民法典|规定|政策)|民法典|(?:正式)?施行|出台|修正|修订|修改的|法律改|改了?法|版的?|颁布|实施的',
  ],
  ['birth', '出生|生日|毕业|生人'],
  ['due', '约定|到期|届满|期满|应还|该还|应该还|还款|说好|答应|承诺|截止|前还|还清|还给|一定还|归还|为止'],
  [
    'harm',
    '辞退|开除|解雇|炒了|炒掉|炒鱿鱼|解除|被裁|裁员|裁了|裁掉|劝退|让我走|受伤|受了?伤|摔|撞|追尾|车祸|事故|工伤|砸|烫|咬|骨折|打伤|被打|打了|打架|殴打|推了|猝死|去世|过世|死亡|没了|走了|病逝|被骗|诈骗|骗|盗|偷|抢|强奸|猥亵|贪污|受贿|行贿|挪用|侵占|处罚|被罚|罚了|罚款|拘留|查封|强拆|拆了|拆迁|逮捕|刑拘|被抓|造谣|诽谤|侵权|抄袭|盗用|泄露|漏水|爆炸|起火|着火|出事|醉驾|酒驾|醉酒|贩毒|动手|家暴|出轨|扔|坠|中毒|吃坏|拉肚子|误诊|感染|污染|传播|赌|倒卖|持刀|捅|砍|逃税|假冒|冒用|曝光|辱骂',
  ],
  [
    'deed',
    '签|借|打的?(?:借|欠)条|打了?(?:借|欠)条|写|买|购|下单|付|交了|交的|交定金|租|转|结婚|领证|领了证|离婚|离的|立|赠|送|担保|保证|抵押|投资|入股|出资|加盟|充|办|订|成立|认缴|决议|减资|住院|手术|生的|生了|生下|征收|征地|注册|申请|发布|离职|辞职|拖欠|欠|停发|没发|不发|降薪|调岗|退股|收养|领养|承包|装修|炒股|卖|缴|报税|纳税|登记|开会|开了|作出|做出|下的|送达|加班|怀孕|上牌|提车|开发|拍|上传|用了|使用|分居|闹',
  ],
  ['beginning', '入职|进厂|进公司|进单位|进来|上班|开始|工作|认识|在一起|搬|退休|来到'],
  ['procedure', '起诉|立案|开庭|判决|判了|仲裁|咨询|收到|报警|投诉|举报|要求|催|调解|鉴定|上诉|执行|去问|找'],
];

const ANY = new RegExp(WORDS.map(([role, words]) => `(?<${role}>${words})`).join('|'), 'u');

/** The role of the first telling word, or null. */
export function firstRole(words: string): DateRole | null {
  const groups = ANY.exec(words)?.groups;
  if (!groups) return null;
  return WORDS.map(([role]) => role).find((role) => groups[role] !== undefined) ?? null;
}

const EVERY = new RegExp(ANY.source, 'gu');

/** The role of the last telling word, or null. */
export function lastRole(words: string): DateRole | null {
  let last: string | undefined;
  for (const match of words.matchAll(EVERY)) last = match[0];
  return last === undefined ? null : firstRole(last);
}
