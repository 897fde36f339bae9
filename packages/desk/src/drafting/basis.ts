import type { DraftingInput } from './drafter.ts';
import { thresholds } from './thresholds.ts';

export type Basis = { enough: true } | { enough: false; because: 'foreign-law' | 'no-provision' | 'far' };

const places =
  '美国|英国|法国|德国|日本|韩国|加拿大|澳大利亚|澳洲|新西兰|新加坡|泰国|越南|俄罗斯|意大利|西班牙|印度|马来西亚|欧盟';
const foreignLaw = new RegExp(
  `(${places}).{0,6}(法律|当地法院|法院|法官|税法|签证|移民局|绿卡|交规|宪法|州法|陪审|公司法|劳动法|遗产税)|(在|去|到)(${places}).{0,12}(罚单|报税|怎么判|违法吗|合法吗|犯法吗)`,
  'u',
);
/** Such a question is ours again where it asks what counts here, or about a service that was bought here. */
const atHome = /国内|回国|中国|大陆|内地|承认|中介|代办|旅行社|退(钱|款|费)|民政局/u;

/** Words with which people ask about rights and duties, whatever the field. */
const asking =
  /法院|法律|违法|合法|犯法|犯罪|起诉|官司|仲裁|律师|维权|投诉|举报|赔|补偿|责任|合同|协议|权利|有效|无效|算不算|告(他|她|我|公司|谁|它|政府)|报警|判|罚|欠|继承|归谁|要回|退(钱|款|费|货|给)|凭什么|规定|能不能(要|告|拿|让|不)|可以(要|告|拿)|监护|时效/u;

type Asked = Pick<DraftingInput, 'question' | 'conversation' | 'hits' | 'nearest' | 'areaScore'>;

/** Whether the corpus bears on the question at all. Where the index does not tell how near it comes, words decide. */
export function judgeBasis(asked: Asked): Basis {
  const { question, hits, areaScore } = asked;
  if (foreignLaw.test(question) && !atHome.test(question)) return { enough: false, because: 'foreign-law' };
  if (hits.length === 0) return { enough: false, because: 'no-provision' };
  const asks = asking.test([...asked.conversation.map(({ text }) => text), question].join('\n'));
  // A short line with an everyday word of some area (老公, 公司, 租房) and nothing that asks about rights is small talk.
  const tells = asks || asked.nearest === null || question.length >= thresholds.tellingLength;
  if (areaScore >= (tells ? thresholds.areaWords : thresholds.areaWordsAlone)) return { enough: true };
  const nearest = asked.nearest ?? 0;
  const needed = areaScore > 0 ? thresholds.nearestWithWords : thresholds.nearestWithoutWords;
  if (nearest >= needed) return { enough: true };
  const near = asked.nearest === null || nearest >= thresholds.nearestAsking;
  return asks && near ? { enough: true } : { enough: false, because: 'far' };
}

const explained: Record<Exclude<Basis, { enough: true }>['because'], string> = {
  'foreign-law':
    '您问的情况主要要看当地（中国内地以外）的法律，我们目前的资料只包括中国内地的法律，不便据此答复，以免误导您。',
  'no-provision': '目前的法律资料里没有找到能直接回答这个问题的规定，我们不想凭猜测答复您。',
  far: '从您的描述里，我们还没有找到能直接回答这个问题的法律规定，不想凭猜测答复您。',
};

/** The courteous answer where nothing bears on the question; it cites nothing. */
export function insufficientText(because: keyof typeof explained): string {
  return [
    '您好！感谢您的信任，您的问题我们已经收到。',
    '',
    explained[because],
    '',
    '## 您可以怎么做',
    '',
    '1. 如果这是一个法律问题，请再多告诉我们一些：发生了什么事、什么时候、在哪里、对方是谁、您希望得到什么结果。',
    '2. 我们会由工作人员再看一遍您的问题，需要时转请熟悉这方面的同事处理。',
    '3. 也可以拨打12348公共法律服务热线，就近咨询值班律师。',
    '',
    '如果有人身危险，请立即拨打110；需要急救请拨打120。',
  ].join('\n');
}
