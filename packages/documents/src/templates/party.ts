import { z } from 'zod';

const optional = z.string().trim().optional();
const daySchema = z.iso.date();

export const personSchema = z.strictObject({
  kind: z.literal('person'),
  name: optional,
  sex: z.enum(['男', '女']).optional(),
  birth: daySchema.optional(),
  nation: optional,
  /** 公民身份号码 */
  idNumber: optional,
  /** Occupation and place of work in one: 某公司职员. */
  work: optional,
  address: optional,
  phone: optional,
});
export const organisationSchema = z.strictObject({
  kind: z.literal('organisation'),
  name: optional,
  /** 统一社会信用代码 */
  creditCode: optional,
  address: optional,
  /** 法定代表人 or 主要负责人 */
  representative: optional,
  post: optional,
  phone: optional,
});
export const partySchema = z.discriminatedUnion('kind', [personSchema, organisationSchema]);
export type Person = z.output<typeof personSchema>;
export type Organisation = z.output<typeof organisationSchema>;
export type Party = z.output<typeof partySchema>;

export const personParts = ['name', 'sex', 'birth', 'nation', 'idNumber', 'work', 'address', 'phone'] as const;
export const organisationParts = ['name', 'creditCode', 'address', 'representative', 'post', 'phone'] as const;
export type PersonPart = (typeof personParts)[number];
export type OrganisationPart = (typeof organisationParts)[number];
export type PartyPart = PersonPart | OrganisationPart;

const shared = { address: '住址', phone: '联系电话' };
const labels = {
  person: {
    ...shared,
    name: '姓名',
    sex: '性别',
    birth: '出生日期',
    nation: '民族',
    idNumber: '公民身份号码',
    work: '职业或者工作单位',
  },
  organisation: {
    ...shared,
    name: '名称',
    creditCode: '统一社会信用代码',
    address: '住所地',
    representative: '法定代表人',
    post: '法定代表人职务',
  },
} as const;
const questions: Record<PartyPart, string> = {
  name: '全名是什么（以身份证或者营业执照上的为准）？',
  sex: '是男是女？',
  birth: '出生年月日是哪天？',
  nation: '是什么民族？',
  idNumber: '身份证号码是多少？',
  work: '做什么工作、在哪个单位？',
  address: '住在哪里或者办公地址在哪里（写到门牌号）？',
  phone: '联系电话是多少？',
  creditCode: '营业执照上的统一社会信用代码是多少？',
  representative: '法定代表人（营业执照上有）叫什么？',
  post: '法定代表人是什么职务（如执行董事、经理）？',
};

/** What the part of a party is called, by the kind of party. */
export const partLabel = (kind: Party['kind'], part: PartyPart): string =>
  (labels[kind] as Partial<Record<PartyPart, string>>)[part] ?? part;

/** The question to the client about one part: 「被告：住在哪里……？」 */
export const partQuestion = (label: string, part: PartyPart): string => `${label}${questions[part]}`;

/** The part's text or undefined; a day as YYYY-MM-DD. */
export const partOf = (party: Party, part: PartyPart): string | undefined => {
  const value = (party as Partial<Record<PartyPart, string>>)[part];
  return value === undefined || value === '' ? undefined : value;
};
