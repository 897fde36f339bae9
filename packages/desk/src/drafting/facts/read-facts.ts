import type { ReadFacts } from '@lutai/contracts';
import { readFactsDate } from '@lutai/law';
import type { DatedText } from '../drafter.ts';
import { readSums } from './read-sums.ts';

/** How clients name those whom it concerns, by what they are to one another. The longest word of a place counts. */
const parties: [role: string, words: RegExp][] = [
  ['用人单位', /(?:我们?)?(?:公司|单位|厂里|工厂|老板|老东家|用人单位|劳务公司|包工头)/gu],
  ['出租人', /房东|二房东|出租人|中介公司|公寓方/gu],
  ['承租人', /租客|房客|租户|承租人/gu],
  ['配偶', /老公|老婆|丈夫|妻子|爱人|配偶|前夫|前妻|媳妇|对象/gu],
  ['父母', /我?(?:爸妈|父母|爸爸|妈妈|我爸|我妈|父亲|母亲|公公|婆婆|岳父|岳母|公婆)/gu],
  ['子女', /儿子|女儿|孩子|小孩|宝宝/gu],
  ['兄弟姐妹', /哥哥|弟弟|姐姐|妹妹|兄弟|姊妹|大哥|二哥|大姐/gu],
  ['债务人', /欠我.{0,3}的人|借款人|债务人/gu],
  ['担保人', /担保人|保证人/gu],
  ['开发商', /开发商|售楼部|置业公司/gu],
  ['物业', /物业公司|物业/gu],
  ['商家', /商家|店家|卖家|平台|客服|商场|超市/gu],
  ['医院', /医院|诊所|医生|大夫/gu],
  ['保险公司', /保险公司/gu],
  ['肇事方', /肇事(?:司机|者|方)|司机|对方车主|车主/gu],
  ['邻居', /邻居|楼上|楼下|隔壁/gu],
  ['行政机关', /公安(?:局|机关)|派出所|交警|城管|街道办|人社局|住建局|市场监管局|政府|村委会|居委会/gu],
  ['亲友', /朋友|同事|同学|亲戚|表哥|表弟|堂哥|堂弟|舅舅|叔叔|姑姑/gu],
  ['对方', /对方/gu],
];
const place =
  /(?:北京|上海|天津|重庆|广州|深圳|杭州|成都|武汉|南京|西安|苏州|郑州|长沙|青岛|东莞|佛山|厦门|昆明|合肥|济南|福州|大连|沈阳|哈尔滨|长春|石家庄|太原|南宁|贵阳|兰州|海口|乌鲁木齐|拉萨|银川|西宁|呼和浩特|香港|澳门|台湾)(?:市|省)?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?:省|自治区)?/gu;
const wanting =
  /[？?]|怎么办|怎么(?:要|告|算|弄|处理|赔|分|判)|能不能|可不可以|可以.{0,20}吗|能.{0,20}吗|该不该|算不算|是不是|要不要|多少|我想|想要|希望|要求|求助|合法吗|违法/u;

const most = { parties: 8, wants: 4, wantLength: 80 };

/**
 * Reads what a client said, without interpreting it: who, when, how much, where, what is wanted. Everything is in the
 * client's own words; what is not said is not there. Linear in the length of the words.
 */
export function readFacts(said: DatedText[]): Omit<ReadFacts, 'elements' | 'searched' | 'rewritten'> {
  const text = said.map((each) => each.text).join('\n');
  return {
    parties: readParties(text),
    dates: said.flatMap(readDates),
    sums: readSums(text),
    places: [...new Set([...text.matchAll(place)].map(([word]) => word))].slice(0, 5),
    wants: text
      .split(/(?<=[。！？!?；;\n])|[，,]/u)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== '' && wanting.test(sentence))
      .slice(0, most.wants)
      .map((sentence) => sentence.slice(0, most.wantLength)),
  };
}

function readParties(text: string): ReadFacts['parties'] {
  return parties
    .flatMap(([role, words]) => {
      const first = [...text.matchAll(words)][0];
      return first === undefined ? [] : [{ at: first.index, role, words: first[0] }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, most.parties)
    .map(({ role, words }) => ({ role, words }));
}

function readDates({ text, askedOn }: DatedText): ReadFacts['dates'] {
  const found = readFactsDate(text, askedOn);
  if (found === null) return [];
  return [found, ...found.others]
    .filter(({ role }) => role !== 'law' && role !== 'birth')
    .slice(0, 8)
    .map(({ raw, day }) => ({ raw: raw.slice(0, 60), day }));
}
