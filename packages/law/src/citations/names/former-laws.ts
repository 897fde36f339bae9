export interface FormerLaw {
  title: string;
  aliases: string[];
  /** First day on which it no longer applied. */
  ended: string;
  /** What took its place; null where no one law did. */
  successor: string | null;
}

const of = (names: string, ended: string, successor: string | null): FormerLaw[] =>
  names.split(' ').map((name) => ({ title: `中华人民共和国${name}`, aliases: [name], ended, successor }));

/** Interpretations that the Supreme People's Court repealed from 1 January 2021 (法释〔2020〕16号). */
const interpretation = (title: string, aliases: string[], successor: string | null): FormerLaw => ({
  title,
  aliases,
  ended: '2021-01-01',
  successor,
});

const CODE = '中华人民共和国民法典';
const MARRIAGE = '最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）';
const LABOUR = '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）';
const BUILDING = '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）';

/** Laws that no longer apply. The first nine: Civil Code, Article 1260. Only what is certain is listed. */
export const FORMER_LAWS: FormerLaw[] = [
  ...of('婚姻法 继承法 民法通则 收养法 担保法 合同法 物权法 侵权责任法 民法总则', '2021-01-01', CODE),
  ...of('经济合同法 涉外经济合同法 技术合同法', '1999-10-01', CODE),
  ...of('中外合资经营企业法 中外合作经营企业法 外资企业法', '2020-01-01', '中华人民共和国外商投资法'),
  ...of('城市规划法', '2008-01-01', '中华人民共和国城乡规划法'),
  ...of('环境噪声污染防治法', '2022-06-05', '中华人民共和国噪声污染防治法'),
  ...of('行政监察法', '2018-03-20', '中华人民共和国监察法'),
  ...of('执业医师法', '2022-03-01', '中华人民共和国医师法'),
  ...of('治安管理处罚条例', '2006-03-01', '中华人民共和国治安管理处罚法'),
  ...of('公民出境入境管理法 外国人入境出境管理法', '2013-07-01', '中华人民共和国出境入境管理法'),
  ...of('公司登记管理条例 企业法人登记管理条例', '2022-03-01', '中华人民共和国市场主体登记管理条例'),
  ...of('增值税暂行条例', '2026-01-01', '中华人民共和国增值税法'),
  ...of('契税暂行条例', '2021-09-01', '中华人民共和国契税法'),
  ...of('印花税暂行条例', '2022-07-01', '中华人民共和国印花税法'),
  ...of('资源税暂行条例', '2020-09-01', '中华人民共和国资源税法'),
  ...of('城市维护建设税暂行条例', '2021-09-01', '中华人民共和国城市维护建设税法'),
  ...of('耕地占用税暂行条例', '2019-09-01', '中华人民共和国耕地占用税法'),
  ...of('进出口关税条例', '2024-12-01', '中华人民共和国关税法'),
  { title: '个体工商户条例', aliases: [], ended: '2022-11-01', successor: '促进个体工商户发展条例' },
  {
    title: '城市房屋拆迁管理条例',
    aliases: ['拆迁条例', '房屋拆迁管理条例'],
    ended: '2011-01-21',
    successor: '国有土地上房屋征收与补偿条例',
  },
  { title: '婚姻登记管理条例', aliases: [], ended: '2003-10-01', successor: '婚姻登记条例' },
  { title: '医疗事故处理办法', aliases: [], ended: '2002-09-01', successor: '医疗事故处理条例' },
  ...['一', '二', '三'].map((ordinal) =>
    interpretation(
      `最高人民法院关于适用〈中华人民共和国婚姻法〉若干问题的解释（${ordinal}）`,
      [`婚姻法解释（${ordinal}）`, `婚姻法司法解释（${ordinal}）`, `婚姻法司法解释${ordinal}`, `婚姻法解释${ordinal}`],
      MARRIAGE,
    ),
  ),
  ...['一', '二'].map((ordinal) =>
    interpretation(
      `最高人民法院关于适用〈中华人民共和国合同法〉若干问题的解释（${ordinal}）`,
      [`合同法解释（${ordinal}）`, `合同法司法解释（${ordinal}）`, `合同法司法解释${ordinal}`, `合同法解释${ordinal}`],
      '最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释',
    ),
  ),
  interpretation(
    '最高人民法院关于适用〈中华人民共和国担保法〉若干问题的解释',
    ['担保法解释', '担保法司法解释'],
    '最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释',
  ),
  interpretation(
    '最高人民法院关于适用〈中华人民共和国物权法〉若干问题的解释（一）',
    ['物权法解释（一）', '物权法司法解释（一）', '物权法司法解释一'],
    '最高人民法院关于适用〈中华人民共和国民法典〉物权编的解释（一）',
  ),
  ...['二', '三', '四'].map((ordinal) =>
    interpretation(
      `最高人民法院关于审理劳动争议案件适用法律若干问题的解释（${ordinal}）`,
      [`劳动争议司法解释（${ordinal}）`, `劳动争议解释（${ordinal}）`, `劳动争议司法解释${ordinal}`],
      LABOUR,
    ),
  ),
  interpretation('最高人民法院关于审理劳动争议案件适用法律若干问题的解释', [], LABOUR),
  interpretation('最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释', [], BUILDING),
  interpretation(
    '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（二）',
    ['建设工程施工合同司法解释（二）', '建设工程司法解释（二）', '建工解释（二）', '建工司法解释（二）'],
    BUILDING,
  ),
];
