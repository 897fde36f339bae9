/** What a party of a contract is. `either`: whoever is hurt, or both. */
export const roles = [
  'landlord',
  'tenant',
  'lender',
  'borrower',
  'guarantor',
  'employer',
  'employee',
  'seller',
  'buyer',
  'client',
  'provider',
] as const;
export type Role = (typeof roles)[number];

export const contractTypes = ['lease', 'loan', 'employment', 'sale', 'service', 'other'] as const;
export type ContractType = (typeof contractTypes)[number];

/** Words that name a role by themselves, as an alternation. */
export const roleWords: Record<Role, string> = {
  landlord: '出租人|出租方|房东|业主方',
  tenant: '承租人|承租方|租客|租户',
  lender: '出借人|出借方|贷款人|贷款方|债权人|借出人',
  borrower: '借款人|借款方|借入人|债务人',
  guarantor: '保证人|担保人|保证方|担保方',
  employer: '用人单位|用工单位|聘用方|公司|单位|聘用单位|园方|园里|店里|厂里|车队',
  employee: '劳动者|员工|职工|受聘人|受聘方|雇员|乙方员工',
  seller: '出卖人|卖方|供方|供货方|供应商|出让方|转让方|销售方|售货方|经营者|商家',
  buyer: '买受人|买方|需方|采购方|购货方|受让方|购买方|订货方|消费者|购房人',
  client: '委托人|委托方|定作人|定作方|发包方|客户|会员|学员|消费者|用户|业主|接受服务方|客户方|购买方',
  provider:
    '受托人|受托方|承揽人|承揽方|服务方|服务商|服务提供方|承包方|培训机构|经营者|本店|本公司|提供服务方|乙方公司|俱乐部|工作室|门店',
};

/** The roles of a type, the one that is usually 甲方 first. */
export const rolesOf: Record<ContractType, readonly Role[]> = {
  lease: ['landlord', 'tenant'],
  loan: ['lender', 'borrower', 'guarantor'],
  employment: ['employer', 'employee'],
  sale: ['seller', 'buyer'],
  service: ['client', 'provider'],
  other: [],
};
/** How a contract names its parties with a role, beside `roleWords`. */
export const roleTitles: Record<Role, RegExp> = {
  landlord: /出租|房东|转租/u,
  tenant: /承租|租客|租户|租赁方/u,
  lender: /出借|贷款|借出|债权/u,
  borrower: /借款|借入|债务/u,
  guarantor: /保证|担保/u,
  employer: /用人单位|用工|聘用单位|雇主|聘用方|雇佣|用人/u,
  employee: /劳动者|员工|职工|受聘|雇员|被聘/u,
  seller: /出卖|卖方|供方|供货|供应|出让|转让|销售|出售|售/u,
  buyer: /买受|买方|需方|采购|购货|受让|购买|订货|买|购/u,
  client: /委托|定作|发包|客户|会员|学员|消费者|用户|业主|接受服务|需求|采购/u,
  provider: /受托|承揽|服务|承包|培训|经营|承接|机构|施工|设计|乙方公司/u,
};
