import { bigrams } from './bigrams.ts';
import { partiesIn } from './parties.ts';
import { concernsProviso } from './provisos.ts';
import { type Quantity, readQuantities, sameValue } from './quantities.ts';
import { toTokens } from './tokens.ts';

/** 「证明自己没有过错的，也……」: the rule stretched to a case. */
const ALSO = '的(?:，[^，。；]{0,8}|[^，。；]{0,6})也';
const DUTY = '(?:要|应当|应|得(?!到)|不能|不得|不用|不|必须|无权|是|算|有责任)';
const STRETCHED = new RegExp(`${ALSO}(?:${DUTY}|可以|能)`, 'u');

/** Words by which a claim takes a case in, or shuts others out, each with what must stand in a provision that says so. */
const scopes: readonly { says: RegExp; stands: RegExp }[] = [
  {
    says: /就算(?=[^，。；]{1,20}[，也])|哪怕|(?<=^|，)不管|无论|不论|照样/u,
    stands: /不影响|不因|无论|不论|是否|均|都|不得以|不受|即使|仍有/u,
  },
  {
    says: new RegExp(`${ALSO}(?:可以|能)`, 'u'),
    stands: /也|仍|均|都|不影响|不因|无论|不论|是否|继续|同样|同等|视同|依照|或者/u,
  },
  {
    says: new RegExp(`${ALSO}${DUTY}`, 'u'),
    stands: /也|仍|均|都|不影响|不因|无论|不论|是否|继续|同样|同等|视同|依照/u,
  },
  { says: /仍然(?:可以|要|应当|不)/u, stands: /仍然?(?:可以|应当|须|有|应|是)|不影响|继续|不因/u },
  { says: /(?:只有|只由)(?!.*才)/u, stands: /只|仅|限于|为限|唯一|专属/u },
  {
    says: /只能|才(?:能|可以|可|要|应当|须)/u,
    stands: /只|仅|限|方可|方能|才|唯一|应当|必须|不得|未经|专属|以内|不超过/u,
  },
  {
    says: /可以(?:选择)?不|可不/u,
    stands: /可以不|可不|自愿|选择|不受|无需|免除|免予|不承担|不负|不予|不执行|不得/u,
  },
  { says: /任何(?:人|员工|情况)/u, stands: /任何|均|一律|都|所有/u },
];

const FIRST = /先(?:由|找|向)(?<who>[^，。；]{2,24})/u;
const PLACE = /(?<who>[^，。；、由在向]{2,6}?)(?:所在地|住所地|居住地)/gu;
const LEFT_OUT = /(?<who>[^，。；：\n]{2,20})以外的/gu;

/** Where a claim takes in or shuts out more than the provision has a word for, or tells another order or place. */
export function stretchedScope(claim: string, provision: string): string[] {
  const stretched = scopes.flatMap(({ says, stands }) => {
    const word = says.exec(claim)?.[0];
    return word && !stands.test(provision) ? [`条文没有“${word}”这样的说法，可能把例外或者条件说没了`] : [];
  });
  return [
    ...stretched,
    ...anotherFirst(claim, provision),
    ...anotherPlace(claim, provision),
    ...takenIn(claim, provision),
    ...oneCondition(claim, provision),
  ];
}

/** 「有重大过失的，也不……」, where a 但书 takes that very case out. */
export function exceptedToo(claim: string, provision: string): string[] {
  return STRETCHED.test(claim) && !/也|仍/u.test(provision) && concernsProviso(toTokens(claim), provision)
    ? ['条文的但书说到这种情形，这里却说“也”一样']
    : [];
}

/** 「先由保险人赔偿」 told as 「先由侵权人赔偿」. */
function anotherFirst(claim: string, provision: string): string[] {
  const here = FIRST.exec(claim)?.groups?.who;
  const there = FIRST.exec(provision)?.groups?.who;
  if (!here || !there) return [];
  const who = bigrams(here.replace(/(?:赔|承担|支付|清偿|垫付).*$/u, ''));
  const common = who.filter((pair) => there.includes(pair)).length;
  return common * 2 > who.length ? [] : [`条文说先由“${there}”，这里说先由“${here}”`];
}

/** 「被告住所地」, where the provision names no such place of that party. */
function anotherPlace(claim: string, provision: string): string[] {
  return [...claim.matchAll(PLACE)].flatMap(({ 0: place }) => {
    const [party] = partiesIn(place);
    const said = party && place.slice(party.start);
    return said && provision.includes('地') && !provision.includes(said) ? [`条文没有说“${said}”`] : [];
  });
}

/** 「本车人员……以外的受害人」 told as if it held for 本车人员 too, unless another sentence says the same of them. */
function takenIn(claim: string, provision: string): string[] {
  if (/以外|其他|除|不|无权/u.test(claim)) return [];
  const numbers = readQuantities(claim);
  const sentences = provision.split(/[。\n]/u);
  return [...provision.matchAll(LEFT_OUT)].flatMap(({ groups }) =>
    (groups?.who ?? '')
      .split('、')
      .map((who) => who.slice(-4))
      .filter((who) => who.length === 4 && claim.includes(who))
      .filter((who) => !sentences.some((one) => !one.includes('以外') && one.includes(who) && hasAll(one, numbers)))
      .map((who) => `条文把“${who}”排除在外`),
  );
}

const hasAll = (sentence: string, numbers: readonly Quantity[]) =>
  numbers.every((number) => readQuantities(sentence).some((one) => sameValue(one, number)));

/** 「只要……就……」 of one condition, where the provision asks for several. */
const oneCondition = (claim: string, provision: string) =>
  /只要[^。；]*就/u.test(claim) && /(?:下列|以下)条件|同时/u.test(provision) ? ['条文还要求别的条件'] : [];
