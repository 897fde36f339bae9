import type { ContractType, Role } from './roles.ts';

/** How people without a lawyer head a party's line: 「卖的人：」, 「车队：」, 「房主：」. */
const homelyTitles: Partial<Record<ContractType, [Role, RegExp][]>> = {
  lease: [
    ['landlord', /房东|房主|业主|出租/u],
    ['tenant', /租客|租户|承租|租房|租的人|住的人/u],
  ],
  loan: [
    ['lender', /出钱|出借|借出|放款|借给/u],
    ['borrower', /借钱|借款|用钱|借的人/u],
    ['guarantor', /担保|作保|保人/u],
  ],
  employment: [
    ['employer', /园方|校方|店方|厂方|馆方|车队|公司|单位|老板|东家|用工|雇/u],
    ['employee', /老师|教师|司机|员工|师傅|伙计|店员|工人|职工|阿姨/u],
  ],
  sale: [
    ['seller', /卖|种|养殖|供|出让|厂家|商家|合作社/u],
    ['buyer', /买|收|购|订货|食堂/u],
  ],
  service: [
    ['client', /房主|业主|客户|会员|新人|家属|雇主|委托|学员|顾客|老人/u],
    ['provider', /施工|公司|工作室|店|馆|机构|师傅|护理院|婚庆|搬家|俱乐部|中心|团队/u],
  ],
};

const LINE =
  /^(?<title>[^：，。；（\n\d]{1,10})(?:[（【][^）】\n]{1,12}[）】])?：(?<name>[^\n，。；（]{1,40})(?<rest>[^\n]{0,120})/u;
/** 「（老何）」, 「（下面叫小陶）」, 「（以下简称“车队”）」, 「（我）」. */
const CALLED =
  /（(?:(?:下面|以下|后面|下文)[都一律]?(?:叫|写|称|简称)(?:为|作)?[“「]?(?<named>[^）”」，]{1,6})[”」]?|(?<nick>我|[老小阿]\p{Script=Han}|\p{Script=Han}(?:姐|哥|叔|婶|姨|总|师傅|老师|老板|阿姨)))）/u;

export interface HomelyParty {
  /** What the contract calls it. */
  alias: string;
  name: string;
  role: Role;
}

/** The parties of a home-made contract, from the lines of its head (first 600 folded characters), each alias once. */
export function readHomelyParties(text: string, type: ContractType): HomelyParty[] {
  const titles = homelyTitles[type] ?? [];
  const found = text
    .slice(0, 600)
    .split('\n')
    .flatMap((line) => {
      const { title = '', name = '', rest = '' } = LINE.exec(line.slice(0, 200))?.groups ?? {};
      const role = titles.find(([, words]) => words.test(title))?.[0];
      if (role === undefined || /签|盖章/u.test(title)) return [];
      const called = CALLED.exec(rest)?.groups;
      return [{ alias: called?.named ?? called?.nick ?? title, name: name.trim(), role }];
    });
  return found.filter(({ alias }, index) => found.findIndex((one) => one.alias === alias) === index);
}
