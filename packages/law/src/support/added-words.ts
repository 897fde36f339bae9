import type { Token } from './tokens.ts';

/** Legal consequences and institutions: what a claim adds of these is not said where the provision has no word of it. */
const terms: readonly (readonly [string, RegExp])[] = [
  ['罚款', /罚款|罚金/u],
  ['双倍', /双倍|二倍|两倍/u],
  ['有期徒刑', /徒刑/u],
  ['拘留', /拘留/u],
  ['犯罪', /犯罪|罪/u],
  ['赔偿', /赔偿|赔/u],
  ['补偿', /补偿/u],
  ['无效', /无效/u],
  ['撤销', /撤销|撤回/u],
  ['强制执行', /执行/u],
  ['连带', /连带/u],
  ['公证', /公证/u],
  ['鉴定', /鉴定/u],
  ['见证人', /见证/u],
  ['失信', /失信/u],
  ['投诉', /投诉|举报/u],
  ['仲裁', /仲裁/u],
  ['诉讼时效', /时效|期间/u],
  ['诉讼费', /诉讼费/u],
  ['听证', /听证/u],
  ['追偿', /追偿/u],
  ['利息', /利息|利率/u],
  ['定金', /定金/u],
  ['订金', /订金/u],
  ['押金', /押金/u],
  ['手续费', /手续费/u],
  ['违约金', /违约金/u],
  ['加班费', /加班费|延长工作时间/u],
  ['工资', /工资|报酬|收入/u],
  ['抵押', /抵押/u],
  ['个人所得税', /个人所得税/u],
  ['税', /税/u],
  ['契税', /契税/u],
  ['不受理', /受理/u],
  ['继承', /继承|遗产|遗嘱|遗赠/u],
  ['吊销', /吊销/u],
  ['保修', /保修/u],
  ['折', /折/u],
  ['减刑', /减刑/u],
  ['缓刑', /缓刑/u],
  ['复议', /复议/u],
  ['起诉', /诉讼|起诉/u],
  ['社会抚养费', /社会抚养费/u],
  ['开除', /开除/u],
  ['自动', /自动/u],
  ['优先', /优先/u],
  ['全额', /全额|全部/u],
  ['补充责任', /补充|不足/u],
  ['减半', /半/u],
  ['依职权', /职权/u],
  ['加重', /加重|从重/u],
  ['减轻', /减|从轻|轻/u],
  ['维持', /维持/u],
  ['批准', /批准|审批|许可|核准|同意/u],
  ['同意', /同意|愿|协商|协议|认可|许|约定|异议|批准|追认|授权|委托/u],
  ['事后', /后/u],
  ['有效', /有效|生效|成立|(?<!不)(?:发生|产生)(?:法律)?效力/u],
  ['终止', /终止|解除|消灭|届满|失效|结束|撤销|不再/u],
  ['选择', /选择|可以|任选/u],
  ['平分', /平分|均等|均分|等分/u],
];

/** Terms of the claim that no word of the provision stands for. */
export function addedTerms(claim: string, provision: string): string[] {
  return terms.flatMap(([term, stands]) => (asksFor(claim, term) && !stands.test(provision) ? [term] : []));
}

/** 「不用公司批准」 adds no approval. */
const asksFor = (claim: string, term: string) =>
  claim.includes(term) &&
  !new RegExp(`(?:不用|无需|不需要?|不必|不经|未经|没有?经|不能|不得|不许|禁止)[^，。；]{0,8}${term}`, 'u').test(claim);

const general = /任何情况|不论什么|一律|永远|所有|一定|都能|什么[^，。]{0,6}都|必须先/gu;
const saysSo = /任何|均|一律|随时|所有|全部|不受|都|必须|只能/u;

/** Words by which a claim says more than a provision that has no such word. */
export function generalWords(claim: string, provision: string): string[] {
  return saysSo.test(provision) ? [] : [...new Set(claim.match(general) ?? [])];
}

/** What a claim denies, where the provision denies, forbids and excepts nothing at all. */
export function addedDenials(claim: readonly Token[], provision: readonly Token[]): string[] {
  if (provision.some(({ force, raw }) => denies(force) || SHUTS_OUT.test(raw))) return [];
  const denial = claim.find(({ force, conditional }) => denies(force) && !conditional);
  return denial ? [denial.raw] : [];
}

const denies = (force: Token['force']) => force === 'deny' || force === 'forbid';
const SHUTS_OUT = /除外|无|不|未|免|仅|只|限|止|拒|失|灭|非/u;
