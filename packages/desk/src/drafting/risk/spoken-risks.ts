import type { RiskReason } from '@lutai/contracts';

type Spoken = { kind: RiskReason['kind']; level: 'medium' | 'high'; pattern: RegExp; why: string };

const relative =
  '(?:弟弟?|哥哥?|儿子|女儿|老公|丈夫|老婆|妻子|爸爸?|父亲|妈妈?|母亲|侄子|表弟|表哥|堂弟|堂哥|男友|男朋友|朋友)';
const coerced =
  '(?:刑事拘留|刑拘|被拘留|逮捕|批捕|取保候审|被取保|监视居住|立案侦查|被起诉到?法院?了?判|移送检察院|审查起诉|被(?:警察|公安|派出所)?(?:抓|带走|传唤|通缉))';
const asked =
  '(?:(?:会|要|得)(?:不会)?(?:坐牢|判刑|判几年|被抓|进去)|判(?:几|多少)年|(?:犯|算|是|构成)(?:不(?:犯|算|是|构成))?[^，。,？?]{0,6}(?:罪|犯法)|犯法吗|犯罪吗|什么罪|啥罪)';
const place =
  '(?:美国|英国|法国|德国|日本|韩国|加拿大|澳大利亚|澳洲|新西兰|新加坡|泰国|越南|俄罗斯|缅甸|柬埔寨|意大利|西班牙|马来西亚|香港|澳门|台湾|国外|境外|海外|外国)';

/** One of each kind at most, the first that is told; the graver stand first. */
const table: Spoken[] = [
  {
    kind: 'criminal',
    level: 'high',
    pattern: new RegExp(`(?:^|[，。,；\\s])(?:我们?|本人|自己)(?!${relative})[^，。,]{0,16}(?:${coerced}|涉嫌)`, 'u'),
    why: '客户本人可能面临刑事追究',
  },
  {
    kind: 'criminal',
    level: 'high',
    pattern: new RegExp(
      `(?:^|[，。,；\\s])我们?(?!${relative})[^。]{0,40}(?:撞|打|偷|拿|卖|借卡|刷单|骗|砍|推|藏|挪用|截留|收了|伪造|帮)[^。]{0,40}${asked}`,
      'u',
    ),
    why: '客户问到自己的行为是否犯罪',
  },
  {
    kind: 'criminal',
    level: 'medium',
    pattern: new RegExp(`我?${relative}[^，。,]{0,12}(?:${coerced}|涉嫌)|${relative}[^。]{0,30}判(?:几|多少)年`, 'u'),
    why: '客户的亲友可能面临刑事追究',
  },
  {
    kind: 'minor',
    level: 'medium',
    pattern:
      /未成年|(?<![\d.])(?:[1-9]|1[0-7])(?:周)?岁(?!的?(?:房|车|狗))|(?<![二三四五六七八九十])(?:[一二两三四五六七八九]|十[一二三四五六七]?)(?:周)?岁|小学|幼儿园|初[一二三]|高[一二三]|初中生|高中生|婴儿|抚养权|监护权|童工/u,
    why: '涉及未成年人',
  },
  {
    kind: 'foreign-element',
    level: 'medium',
    pattern: new RegExp(
      `涉外|外籍|外国人|${place}(?:人|籍|公司|法院|国籍|护照|居民|同胞|永居|绿卡|的(?:房|财产|存款|公司|法院))|(?:在|去了?|到|移民|跑到?|定居)${place}(?!进口)`,
      'u',
    ),
    why: '有涉外或者涉港澳台因素，可能适用境外法律或者特别程序',
  },
];

/** What the client's own words tell: criminal exposure, minors, foreign elements. */
export function spokenRisks(said: string[]): RiskReason[] {
  const text = said.join('\n').slice(0, 20_000);
  const told = new Set<RiskReason['kind']>();
  return table.flatMap(({ kind, level, pattern, why }) => {
    const words = told.has(kind) ? undefined : pattern.exec(text)?.[0];
    if (words === undefined) return [];
    told.add(kind);
    return [{ kind, level, why: `${why}（“${words.replace(/^[，。,；\s]+/u, '').slice(0, 24)}”）` }];
  });
}
