/** Outcomes that take each other's place: each with how a provision puts it, and with those it may be confused with. */
const outcomes: readonly { says: RegExp; stands: RegExp; instead: RegExp }[] = [
  {
    says: /(?<![有没])无效/u,
    stands: /无效|不发生|没有法律约束力/u,
    instead: /撤销|有效(?!期|证件|地)|效力不受影响|不影响|解除/u,
  },
  { says: /撤销/u, stands: /撤销|撤回/u, instead: /无效|解除/u },
  { says: /(?<!部分)有效/u, stands: /有效|生效|成立|效力/u, instead: /无效|撤销/u },
  { says: /补偿/u, stands: /补偿/u, instead: /赔偿/u },
  { says: /赔偿/u, stands: /赔|责任/u, instead: /补偿/u },
  { says: /连带/u, stands: /连带/u, instead: /相应的?(?:补充)?责任|补充责任|按份/u },
  { says: /补充责任/u, stands: /补充|不足/u, instead: /连带/u },
  { says: /批准/u, stands: /批准|审批|许可|核准|同意/u, instead: /告知|通知|备案|报告/u },
  { says: /终止/u, stands: /终止|解除|消灭|失效|结束/u, instead: /不影响|继续|不受影响/u },
  { says: /事后/u, stands: /后/u, instead: /事先|提前/u },
  { says: /赞成/u, stands: /赞成|同意/u, instead: /反对/u },
  { says: /行政责任|行政处罚/u, stands: /行政/u, instead: /民事|刑事/u },
  { says: /刑事责任/u, stands: /刑事|犯罪|罪/u, instead: /民事|行政/u },
];

/** 「不用公司批准」 says nothing of an approval. */
const NOT_ASKED = /(?:不|无需|未经|没有?经)[^，。；]{0,6}$/u;

/** The outcome of a claim that the provision does not have, where it has one that is easily taken for it: 可撤销 for 无效. */
export function swappedResults(claim: string, provision: string): string[] {
  return outcomes.flatMap(({ says, stands, instead }) => {
    const found = says.exec(claim);
    if (!found || NOT_ASKED.test(claim.slice(0, found.index))) return [];
    const [here] = found;
    const there = instead.exec(provision)?.[0];
    return there && !stands.test(provision) && !instead.test(claim) ? [`条文说“${there}”，这里说“${here}”`] : [];
  });
}
