/**
 * Parties by the parts they play, each with its names in statutes and in speech. A name that may stand for several parts
 * (公司, 业主, 买家) is listed under each of them; two names mean the same party where they have a part in common.
 */
const namesByPart: Readonly<Record<string, string>> = {
  seller:
    '出卖人|转让人|出让人|销售者|服务者|经营者|电子商务经营者|平台内经营者|网络商品经营者|卖家|卖方|卖主|商家|店家|网店|开发商|房地产开发企业|出卖方|旅行社|组团社|公司|企业',
  buyer: '买受人|受让人|消费者|买家|买方|买主|购房者|买房人|购房人|顾客|客户|用户|旅游者|旅客|游客|乘客',
  producer: '生产者|厂家|生产商|厂商|生产企业|公司|企业',
  platform: '网络交易平台提供者|电子商务平台经营者|网络服务提供者|平台经营者|平台方|平台|网站',
  lessor: '出租人|房东|出租方',
  lessee: '承租人|租客|租户|承租方|二房东|房客',
  sublessee: '次承租人|转租的租客|下面的租客',
  employer:
    '用人单位|用工者|雇主|老板|接受劳务一方|接受劳务的一方|生产经营单位|所在单位|单位|公司|企业|工厂|请人的一方|资方',
  worker:
    '劳动者|员工|职工|工人|雇员|女职工|从业人员|被派遣劳动者|派遣员工|派遣工|小时工|打工的人|农民工|提供劳务一方|提供劳务的一方|保姆|雇工|工伤职工',
  agency: '劳务派遣单位|派遣公司|派遣单位|公司|单位',
  hostUnit: '用工单位|用工的单位|实际用工单位|公司|单位',
  company: '公司|企业',
  shareholder: '股东|公司股东|出资人',
  creditor: '债权人|出借人|贷款人|债主|银行|放款人|借给钱的人|借出钱的人|出借方',
  debtor: '债务人|借款人|借款的人|借钱的人|欠钱的人|欠债的人|借款方',
  guarantor: '保证人|担保人|一般保证人|连带保证人|作保的人',
  mortgagee: '抵押权人',
  mortgagor: '抵押人',
  client: '定作人|业主|委托装修的人',
  contractor: '承揽人|装修公司|装修师傅|承揽方',
  developer: '建设单位|开发商|发包人|发包单位|甲方',
  builder: '承包人|承包方|施工人|施工单位|总承包单位|施工总承包单位|总包单位|总包',
  subcontractor: '分包单位|分包人|分包方',
  villageOwner: '发包方|村集体|村里|村委会|集体经济组织',
  propertyManager: '物业服务人|物业服务企业|物业公司|物业管理企业|物业',
  owner: '业主|房主|屋主',
  occupant: '物业使用人|租客|租户|承租人|住户',
  vehicleOwner: '机动车所有人|机动车管理人|车主|登记车主|原车主|所有人|管理人',
  vehicleUser: '机动车使用人|驾驶人|司机|开车的人|借车的人|开车的朋友|使用人|驾驶员|机动车驾驶人|肇事司机',
  vehicleTaker: '盗窃人|抢劫人|抢夺人|偷车的人|偷车贼',
  tortfeasor: '侵权人|行为人|肇事的人|肇事者|肇事方|加害人|打人的人|侵权方|责任人|交通事故责任人',
  victim: '被侵权人|受害人|伤者|被害人|赔偿权利人|受害者',
  thirdParty: '第三人|第三方|逗狗的人',
  keeper: '动物饲养人|饲养人|养狗的人|狗主人|饲主',
  insurer: '保险人|保险公司|承保公司|交强险|商业险',
  policyholder: '投保人',
  insured: '被保险人',
  beneficiary: '受益人',
  injuryFund: '工伤保险基金|社保基金|工伤基金',
  medicalFund: '基本医疗保险基金|医保基金',
  hospital: '医疗机构|医院|诊所',
  patient: '患者|病人',
  school: '幼儿园|学校|教育机构|其他教育机构|园方|校方',
  parent: '父母|家长|监护人|父亲|母亲|爸爸|妈妈|法定监护人',
  adopter: '养父母',
  birthParent: '生父母|亲生父母',
  adoptee: '养子女|成年养子女',
  heir: '继承人|法定继承人',
  legatee: '受遗赠人',
  executor: '遗嘱执行人',
  donor: '赠与人|送东西的人',
  donee: '受赠人|受赠方',
  keeperOfThing: '保管人|保管方',
  principal: '被代理人|委托人|被代理的人',
  agent: '受托人|代理人',
  court: '人民法院|法院',
  procuracy: '人民检察院|检察院',
  police: '公安机关|公安|派出所|警察|公安部门',
  civilAffairs: '民政部门|民政局',
  labourBureau: '劳动监察部门|劳动监察|劳动行政部门|劳动监察大队|人社局|人力资源社会保障行政部门|社会保险行政部门',
  arbitration: '仲裁机构|劳动争议仲裁机构|仲裁委员会|仲裁委|劳动争议仲裁委员会|劳动仲裁委|仲裁庭',
  union: '工会',
  reviewBody: '复议机关|行政复议机关',
  agencyOfState: '行政机关|原机关|作出行政行为的机关',
  respondent: '被申请人|行政机关',
  applicant: '申请人',
  plaintiff: '原告',
  defendant: '被告|行政机关',
  taxOffice: '税务机关|税务局',
  taxpayer: '纳税人',
  witness: '见证人',
  breaching: '违约方|违约的一方|违约的那一方|违约一方',
  keepingFaith: '守约方|守约的一方|没违约的一方',
  faulty: '过错方|有过错的一方|有过错方',
  faultless: '无过错方|没有过错的一方|没过错的一方',
  directors: '董事会',
  meeting: '股东会|股东大会',
  supervisors: '监事会',
};

const partsOfName = new Map<string, Set<string>>();
for (const [part, names] of Object.entries(namesByPart)) {
  for (const name of names.split('|')) partsOfName.set(name, (partsOfName.get(name) ?? new Set()).add(part));
}

const longestFirst = [...partsOfName.keys()].sort((a, b) => b.length - a.length).join('|');
/** 公司法, 公司章程, 单位时间 and 业主大会 name no party. */
const PARTY = new RegExp(`(?:${longestFirst})(?!法|章程|登记|经营|大会|委员会|时间|方面|出租车|之间)`, 'gu');

export interface Party {
  raw: string;
  parts: ReadonlySet<string>;
  start: number;
  end: number;
}

/** The parties named in a text, in order. Offsets are UTF-16 units of the text, end exclusive. */
export function partiesIn(text: string): Party[] {
  return [...text.matchAll(PARTY)].map(({ 0: raw, index }) => ({
    raw,
    parts: partsOfName.get(raw) ?? new Set(),
    start: index,
    end: index + raw.length,
  }));
}

export const sameParty = (a: Party, b: Party) => [...a.parts].some((part) => b.parts.has(part));
