import { readHomelyParties } from './homely-parties.ts';
import { type ContractType, type Role, rolesOf, roleTitles, roleWords } from './roles.ts';

export interface Party {
  /** What the contract calls it: 「甲方」, 「出租人」. */
  alias: string;
  name: string | null;
  role: Role | null;
}

const ALIAS = '[甲乙丙丁]方';
const HEAD = /^(?<alias>[甲乙丙丁]方)(?:[（【](?<title>[^）】\n]{1,24})[）】])?[：:]?(?<name>[^\n，。；（]{0,40})/u;
const TITLED =
  /^(?<title>[^：，。；（\n]{2,10})[（【](?:以下)?(?:简称|称)?(?:为)?[“"「]?(?<alias>[甲乙丙丁]方)[^）】]{0,4}[）】][：:]?(?<name>[^\n，。；（]{0,40})/u;
const PLAIN =
  /^(?<alias>出租[人方]|承租[人方]|出借[人方]|贷款[人方]|借款[人方]|保证人|担保人|用人单位|劳动者|员工|出卖人|买受人|[卖买供需]方|委托[人方]|受托[人方]|定作[人方]|承揽[人方])(?:[（【](?<title>[^）】\n]{1,24})[）】])?[：:](?<name>[^\n，。；（]{0,40})/u;
const NAMED = new RegExp(
  `(?<name>[^，。；：（\\n]{2,30})[（](?:以下)?(?:简称|称)(?:为)?[“"「]?(?<alias>${ALIAS})`,
  'u',
);

/** 「服务方：……（以下称“俱乐部”）」. */
const QUOTED =
  /^(?<title>[^：，。；（\n]{2,10})[：:](?<name>[^\n，。；（]{0,40})[（](?:以下|下)(?:简称|称)(?:为)?[“"「](?<alias>[^”"」]{1,8})[”"」]/u;

/** The parties as the head of a contract (its first 4,000 folded characters) names them, each alias once. */
export function readParties(text: string, type: ContractType): Party[] {
  const parties = new Map<string, Party>();
  for (const line of text.slice(0, 4000).split(/[\n。；]/u)) {
    const short = line.slice(0, 120);
    const match =
      TITLED.exec(short) ?? HEAD.exec(short) ?? PLAIN.exec(short) ?? NAMED.exec(short) ?? QUOTED.exec(short);
    const { alias, title, name } = match?.groups ?? {};
    if (alias === undefined || parties.has(alias)) continue;
    if (match?.[0].startsWith(alias) && !/[：（【]/u.test(short.slice(alias.length, alias.length + 1))) continue;
    const clean = (name ?? '').trim();
    parties.set(alias, {
      alias,
      name: clean === '' ? null : clean,
      role: roleOf(`${title ?? ''}${PLAIN.test(short) ? alias : ''}`, type),
    });
  }
  if (parties.size > 0 && [...parties.values()].some(({ alias }) => /^[甲乙]方$/u.test(alias)))
    return withRoles([...parties.values()], type, text);
  const homely = readHomelyParties(text, type);
  const known = withRoles([...parties.values()], type, text).filter(
    ({ alias, name, role }) => role !== null || !homely.some((one) => one.alias === alias || one.name === name),
  );
  return [...known, ...homely.filter(({ alias }) => !known.some((party) => party.alias === alias))];
}

function roleOf(words: string, type: ContractType): Role | null {
  return rolesOf[type].find((role) => roleTitles[role].test(words)) ?? null;
}

/** Where the head gives no role, the one that the other party lacks; where it gives none at all, the customary order. */
function withRoles(parties: Party[], type: ContractType, text: string): Party[] {
  const [first, second] = rolesOf[type];
  const two = parties.filter(({ alias }) => alias === '甲方' || alias === '乙方');
  if (first === undefined || second === undefined || two.length < 2) return parties;
  const taken = two.find(({ role }) => role === first || role === second);
  const order: [Role, Role] = startsWithSecond(text, type) ? [second, first] : [first, second];
  for (const [index, party] of two.entries()) {
    if (party.role !== null) continue;
    party.role = taken ? (taken.role === first ? second : first) : (order[index] ?? null);
  }
  return parties;
}

/** Sales put either side first: who delivers is the seller, who pays the buyer. The same holds for the other types. */
function startsWithSecond(text: string, type: ContractType): boolean {
  const body = text.slice(0, 20_000);
  const count = (pattern: RegExp) => body.match(pattern)?.length ?? 0;
  const pays = (alias: string) => count(new RegExp(`${alias}(?:应|须|需|负责)?.{0,12}(?:支付|付款|付清)`, 'gu'));
  const [payer, receiver] = [pays('甲方'), pays('乙方')];
  if (type === 'sale') return payer > receiver;
  if (type === 'service') return receiver > payer;
  return false;
}

/** A person is called by the name all through some contracts. */
const PERSON = /^[\u4e00-\u9fa5·]{2,4}$/u;

/** Not in 「我们」 or 「我国」. */
const FIRST_PERSON = '我(?![们国方市省])';

/** The alternation of words that name `role` in this contract, for a pattern. */
export function namesOfRole(role: Role, parties: readonly Party[]): string {
  const aliases = parties
    .filter((party) => party.role === role)
    .flatMap(({ alias, name }) => (name !== null && PERSON.test(name) ? [alias, name] : [alias]))
    .map((word) => (word === '我' ? FIRST_PERSON : word));
  const taken = new Set(
    parties.filter((party) => party.role !== null && party.role !== role).map(({ alias }) => alias),
  );
  const words = roleWords[role].split('|').filter((word) => !taken.has(word));
  return [...new Set([...aliases, ...words])].join('|');
}
