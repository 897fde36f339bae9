import type { ContractType } from './roles.ts';

export interface TypeReading {
  type: ContractType;
  /** Why, for people. */
  reason: string;
}

const TITLES: [Exclude<ContractType, 'other'>, RegExp][] = [
  ['employment', /劳动合同|劳动协议|聘用合同|雇佣合同|用工合同|录用合同|聘用协议|竞业|入职协议|用工|跑车|雇佣|聘请/u],
  ['lease', /租赁|租房|出租|承租|房租|租约|合租|转租|整租/u],
  ['loan', /借款|借贷|借条|借据|贷款|借钱|周转/u],
  [
    'service',
    /服务|委托|承揽|咨询|顾问|培训|设计|开发|物业|家政|装修|装饰|会员|维护|维保|运营|推广|代理|加工|定作|保洁|健身|教育|劳务|中介|居间|养护|托管|制作|包工|翻新|施工|婚庆|婚礼|搬家|护理|养老|月嫂|保姆|摄影|跟拍/u,
  ],
  ['sale', /买卖|购销|采购|供货|销售|转让|认购|订购|购买|供应|订货|购车|购房|收购|供菜|代销|寄卖/u],
];
const BODIES: [Exclude<ContractType, 'other'>, RegExp][] = [
  ['employment', /用人单位|劳动者|试用期?|劳动报酬|社会保险|劳动合同|工资|上班|加班|社保|年假|底薪|辞退|离职/gu],
  ['lease', /出租人|出租方|承租人|承租方|租金|租赁期|押金|房租|房东|租客|租户|退租|租期|续租/gu],
  ['loan', /出借人|借款人|贷款人|借款金额|借款期限|本金|还款|借给|还钱|还清|利息|借条|周转/gu],
  [
    'service',
    /委托人|委托方|受托人|受托方|服务内容|服务费|服务期|服务方|定作人|承揽人|会员|课时|施工|装修|返工|工期|婚礼|护理|入住|拍摄|验收/gu,
  ],
  ['sale', /出卖人|买受人|卖方|买方|供方|需方|货物|交货|货款|过户|提车|车款|送货|收货|卖给|退货|定金/gu],
];

/** Tells the type from the title, else from the words that the body uses most (three at least). `text` is folded. */
export function readContractType(text: string): TypeReading {
  const titles = text
    .slice(0, 200)
    .split(/[\n。：]/u)
    .slice(0, 4);
  for (const line of titles) {
    const title =
      /^.{0,30}(?:合同|协议|协议书|合同书|借条|借据|欠条|租约|条款|须知|约定|字据|凭据|单)(?:书|（[^）]{1,12}）)?$/u.exec(
        line.trim(),
      )?.[0];
    if (title === undefined) continue;
    const found = TITLES.find(([, words]) => words.test(title));
    if (found) return { type: found[0], reason: `标题为“${title}”。` };
  }
  const body = text.slice(0, 20_000);
  const counts = BODIES.map(([type, words]) => ({ type, words: body.match(words) ?? [] }));
  const best = counts.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  if (best.words.length < 3) return { type: 'other', reason: '标题和正文都没有显示合同的类型。' };
  return { type: best.type, reason: `正文多次提到“${[...new Set(best.words)].slice(0, 3).join('”“')}”。` };
}
