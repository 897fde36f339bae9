/** The full titles that the steps cite. */
const lending = '《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》';
const civilCode = '《中华人民共和国民法典》';
const contracts = '《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》';
const labourContract = '《中华人民共和国劳动合同法》';
const labourRegulation = '《中华人民共和国劳动合同法实施条例》';
const fees = '《诉讼费用交纳办法》';
const delayed = '《最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释》';
const injury = '《最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释》';
const family = '《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》';
const annualLeave = '《企业职工带薪年休假实施办法》';

const article = (law: string) => (number: string) => `${law}第${number}条`;

export const lendingRule = article(lending);
/** The version of 2015, which the rule for old contracts refers to. */
export const formerLendingRule = (number: string) => `${lending}（法释〔2015〕18号）第${number}条`;
export const civil = article(civilCode);
export const contractRule = article(contracts);
export const labourContractLaw = article(labourContract);
export const labourContractRegulation = article(labourRegulation);
/** The second one, of 2025. */
export const labourDisputeRule = article(
  '《最高人民法院关于审理劳动争议案件适用法律问题的解释（二）》（法释〔2025〕12号）',
);
export const labourLaw = article('《中华人民共和国劳动法》');
export const courtFees = article(fees);
export const delayedRule = article(delayed);
export const injuryRule = article(injury);
export const familyRule = article(family);
export const leaveRule = article(annualLeave);
export const leaveRegulation = article('《职工带薪年休假条例》');
export const monthOfPay = '《人力资源社会保障部关于职工全年月平均工作时间和工资折算问题的通知》（人社部发〔2025〕2号）';
export const civilProcedure = article('《中华人民共和国民事诉讼法》');
