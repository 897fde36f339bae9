import { normaliseTitle } from '../titles.ts';

/**
 * First days of force that stand in an amending decision or a promulgation notice, not in the law's own text, so that
 * no reading of the text can find them. Each was made on `made` and applies from `effective`. Only what is certain is
 * listed; where nothing is, the day of the amendment is used with a warning.
 */
const DAYS: { made: string; effective: string; titles: string[] }[] = [
  { made: '1990-04-04', effective: '1997-07-01', titles: ['香港特别行政区基本法'] },
  { made: '2003-12-27', effective: '2004-02-01', titles: ['中国人民银行法'] },
  { made: '2006-10-31', effective: '2007-01-01', titles: ['银行业监督管理法'] },
  { made: '2009-12-26', effective: '2010-04-01', titles: ['可再生能源法'] },
  { made: '2011-10-29', effective: '2012-01-01', titles: ['居民身份证法'] },
  { made: '2012-02-29', effective: '2012-07-01', titles: ['清洁生产促进法'] },
  { made: '2012-08-31', effective: '2013-01-01', titles: ['民事诉讼法', '农业技术推广法'] },
  { made: '2012-10-26', effective: '2013-01-01', titles: ['国家赔偿法', '人民警察法', '治安管理处罚法', '监狱法'] },
  { made: '2012-12-28', effective: '2013-01-01', titles: ['农业法'] },
  { made: '2012-12-28', effective: '2013-07-01', titles: ['劳动合同法'] },
  { made: '2013-10-25', effective: '2014-03-15', titles: ['消费者权益保护法'] },
  { made: '2014-11-01', effective: '2015-05-01', titles: ['行政诉讼法'] },
  { made: '2015-08-29', effective: '2015-10-01', titles: ['促进科技成果转化法'] },
  { made: '2017-06-27', effective: '2017-07-01', titles: ['民事诉讼法', '行政诉讼法'] },
  { made: '2017-06-27', effective: '2018-01-01', titles: ['水污染防治法'] },
  { made: '2017-09-01', effective: '2018-01-01', titles: ['公证法', '律师法', '仲裁法', '行政复议法'] },
  {
    made: '2017-11-04',
    effective: '2017-11-05',
    titles: ['会计法', '公路法', '境外非政府组织境内活动管理法', '文物保护法', '母婴保健法', '海洋环境保护法'],
  },
  { made: '2017-12-27', effective: '2017-12-28', titles: ['招标投标法'] },
  { made: '2018-03-11', effective: '2018-03-11', titles: ['宪法', '宪法修正案（2018年）'] },
  { made: '2018-08-31', effective: '2019-01-01', titles: ['个人所得税法'] },
  { made: '2018-12-29', effective: '2018-12-29', titles: ['劳动法', '职业病防治法'] },
  { made: '2018-12-29', effective: '2019-01-01', titles: ['农村土地承包法'] },
  { made: '2019-04-23', effective: '2019-11-01', titles: ['商标法'] },
  { made: '2019-08-26', effective: '2020-01-01', titles: ['土地管理法', '城市房地产管理法'] },
  // The eight parts come as eight files, not all of which name the day.
  { made: '2020-05-28', effective: '2021-01-01', titles: ['民法典'] },
  { made: '2020-10-17', effective: '2020-10-18', titles: ['全国人民代表大会和地方各级人民代表大会选举法'] },
  { made: '2020-10-17', effective: '2021-01-01', titles: ['国旗法', '国徽法'] },
  { made: '2020-10-17', effective: '2021-06-01', titles: ['专利法'] },
  { made: '2020-11-11', effective: '2021-06-01', titles: ['著作权法'] },
  { made: '2020-12-26', effective: '2021-03-01', titles: ['刑法', '长江保护法'] },
  { made: '2021-03-11', effective: '2021-03-12', titles: ['全国人民代表大会组织法', '全国人民代表大会议事规则'] },
  { made: '2021-04-29', effective: '2021-04-29', titles: ['道路交通安全法', '广告法'] },
  {
    made: '2021-04-29',
    effective: '2021-04-30',
    titles: ['教育法', '中国人民解放军选举全国人民代表大会和县级以上地方各级人民代表大会代表的办法'],
  },
  { made: '2021-06-10', effective: '2021-09-01', titles: ['安全生产法'] },
  { made: '2021-10-23', effective: '2022-01-01', titles: ['审计法'] },
  { made: '2021-12-24', effective: '2022-01-01', titles: ['民事诉讼法', '工会法'] },
  { made: '2021-12-24', effective: '2022-03-01', titles: ['种子法'] },
  { made: '2022-03-11', effective: '2022-03-12', titles: ['地方各级人民代表大会和地方各级人民政府组织法'] },
  { made: '2022-06-24', effective: '2022-08-01', titles: ['反垄断法'] },
  { made: '2022-12-30', effective: '2022-12-30', titles: ['对外贸易法'] },
  { made: '2023-03-13', effective: '2023-03-15', titles: ['立法法'] },
  { made: '2023-09-01', effective: '2024-01-01', titles: ['民事诉讼法'] },
  { made: '2023-12-29', effective: '2024-03-01', titles: ['刑法'] },
  { made: '2023-12-29', effective: '2024-09-05', titles: ['慈善法'] },
  { made: '2024-04-26', effective: '2024-04-26', titles: ['农业技术推广法', '未成年人保护法', '生物安全法'] },
  { made: '2024-06-28', effective: '2024-07-01', titles: ['会计法'] },
  { made: '2024-09-13', effective: '2024-09-13', titles: ['统计法'] },
  { made: '2024-12-25', effective: '2025-06-01', titles: ['监察法'] },
  { made: '2014-04-23', effective: '2014-06-01', titles: ['最高人民法院关于减刑、假释案件审理程序的规定'] },
  { made: '2014-06-18', effective: '2014-09-01', titles: ['最高人民法院关于审理工伤保险行政案件若干问题的规定'] },
  {
    made: '2014-07-07',
    effective: '2014-08-01',
    titles: ['最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释'],
  },
  { made: '2014-10-30', effective: '2014-11-06', titles: ['最高人民法院关于刑事裁判涉财产部分执行的若干规定'] },
  {
    made: '2015-02-16',
    effective: '2015-03-15',
    titles: ['最高人民法院关于民事审判监督程序严格依法适用指令再审和发回重审若干问题的规定'],
  },
  { made: '2015-02-28', effective: '2015-03-01', titles: ['最高人民法院关于扣押与拍卖船舶适用法律若干问题的规定'] },
  {
    made: '2016-12-16',
    effective: '2016-12-20',
    titles: ['最高人民法院关于审理非法行医刑事案件具体应用法律若干问题的解释'],
  },
  {
    made: '2017-02-28',
    effective: '2017-03-01',
    titles: ['最高人民法院关于适用《婚姻法》若干问题的解释（二）的补充规定'],
  },
  {
    made: '2019-03-27',
    effective: '2019-03-28',
    titles: ['最高人民法院关于严格规范民商事案件延长审限和延期开庭问题的规定'],
  },
  {
    made: '2001-12-16',
    effective: '2001-12-17',
    titles: ['最高人民法院、最高人民检察院关于适用刑事司法解释时间效力问题的规定'],
  },
  {
    made: '2014-08-12',
    effective: '2014-09-10',
    titles: ['最高人民法院、最高人民检察院关于办理走私刑事案件适用法律若干问题的解释'],
  },
  {
    made: '2014-11-03',
    effective: '2014-12-01',
    titles: ['最高人民法院、最高人民检察院关于办理危害药品安全刑事案件适用法律若干问题的解释'],
  },
  { made: '2015-01-28', effective: '2015-02-01', titles: ['最高人民法院关于巡回法庭审理案件若干问题的规定'] },
  {
    made: '2015-04-22',
    effective: '2015-05-01',
    titles: ['最高人民法院关于适用《中华人民共和国行政诉讼法》若干问题的解释'],
  },
  {
    made: '2017-01-04',
    effective: '2017-01-05',
    titles: ['最高人民法院、最高人民检察院关于适用犯罪嫌疑人、被告人逃匿、死亡案件违法所得没收程序若干问题的规定'],
  },
  {
    made: '2017-02-27',
    effective: '2017-03-01',
    titles: ['最高人民法院关于内地与香港特别行政区法院就民商事案件相互委托提取证据的安排'],
  },
  { made: '2020-07-20', effective: '2020-09-01', titles: ['公安机关办理刑事案件程序规定'] },
  { made: '2020-04-30', effective: '2020-05-01', titles: ['道路交通安全违法行为处理程序规定'] },
];

const byKey = new Map(
  DAYS.flatMap((entry) => entry.titles.map((title) => [`${normaliseTitle(title)}|${entry.made}`, entry.effective])),
);

/**
 * The first day of force of the version made on `made`, where it is known from outside its text; null where it is not.
 * The interpretations that the Supreme People's Court amended at its 1823rd meeting (23 December 2020, five decisions,
 * each with 「本决定自2021年1月1日起施行」) are known by that meeting.
 */
export function knownEffectiveDay(titleKey: string, made: string, history: readonly string[]): string | null {
  const listed = byKey.get(`${titleKey}|${made}`);
  if (listed !== undefined) return listed;
  const atMeeting = history.some((line) => /^2020年12月23日.*第1823次会议/.test(line.normalize('NFKC')));
  return atMeeting && made >= '2020-12-23' && made <= '2020-12-31' ? '2021-01-01' : null;
}
