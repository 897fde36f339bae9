import { type Party, partiesIn } from './parties.ts';

/** Acts by what they come to, each with its words in statutes and in speech. */
const acts = {
  compensate:
    /赔偿(?!金|权利|范围|请求|限额|的?范围)|赔(?!偿)|承担(?!保证)[^，。；]{0,10}责任|负责|负(?:全部|主要|侵权)?责任/u,
  cover:
    /(?:承担|负担|支付(?!令))[^，。；]{0,12}(?:费|利息|运输|开支|损失|滞纳金)|由[^，。；]{1,14}(?:承担|负担|出|掏)$|自己(?:出|掏|负担)/u,
  pay: /支付(?!令)|付给|给付|缴纳|交纳|交(?:物业费|租|钱)|补缴|补足/u,
  recoup: /追偿/u,
  rescind: /解除(?:劳动|租赁|本)?(?:合同|劳动关系)|终止用工/u,
  notify: /通知|告知|告诉/u,
  prove: /举证|提供证据|证明/u,
  restore: /恢复原状/u,
  purchase: /优先购买|收购/u,
  administer: /担任|为遗产管理人|管理遗产/u,
  confirm: /确认/u,
  beDefendant: /(?:是|为|作|当)(?:共同)?被告/u,
  register: /办理/u,
  guard: /提供担保/u,
  give: /给予|给(?!予|付)/u,
} as const;
type Act = keyof typeof acts;

/** That a party does, or bears, an act (`by`), or that it is done towards it (`to`). */
export interface RoleStatement {
  party: Party;
  relation: 'by' | 'to';
  act: Act;
  /** Whether the clause says that the party need not or may not. */
  denied: boolean;
  /** The clause that says so. */
  clause: string;
}

const MODAL = /应当|应该|必须|可以|可(?!能)|有权|无权|不得|不能|不用|无需|不再|要(?!求)|得(?!到)|须|只能|负有|也不|不/u;
const BEARS = /(?:由|请求|要求|找|让)[^，。；]{0,14}$/u;
/** 「消费者必须支付的合理费用」 tells which costs, and lays none on anybody. */
const TELLS_WHICH = /^(?:必须|应当|应)?[^，。；]{0,4}(?:支付|负担|承担|缴纳|交纳)的/u;
const STARTS_WITH_MODAL = /^(?:也|还|并|都)?(?:应当|必须|可以|有权|无权|不得|不能|不用|要|需要)/u;

/** Who does what to whom, as far as the text says it plainly. A condition (「……的，」) states nothing of itself. */
export function roleStatements(text: string): RoleStatement[] {
  return text.split('\n').flatMap((paragraph) => {
    let subject: Party | null = null;
    return paragraph.split(/[。；;]/u).flatMap((sentence) => {
      subject = subjectOf(sentence) ?? subject;
      return statementsIn(sentence, subject);
    });
  });
}

function statementsIn(sentence: string, subject: Party | null): RoleStatement[] {
  return sentence.split(/[，：！？,]/u).flatMap((clause) => {
    if (/的$/u.test(clause) && !/[由向]/u.test(clause)) return [];
    const told = subject && STARTS_WITH_MODAL.test(clause) ? [{ ...subject, start: 0, end: 0 }] : [];
    const parties = [...told, ...partiesIn(clause).filter((party) => !tellsWhen(clause, party))];
    return parties.flatMap((party, index) => statementsOf(clause, party, nextApart(clause, parties, index)));
  });
}

/** 「定作人在承揽人完成工作前可以……」: the second party only tells the time. */
const tellsWhen = (clause: string, { start, end }: Party) =>
  /[在自于]$/u.test(clause.slice(0, start)) && /^[^，。；]{0,12}(?:前|后|时|期间|之日|内)/u.test(clause.slice(end));

/** 「劳动者违反……的，应当……」: whom the sentence begins with is meant where a later clause names nobody. */
function subjectOf(sentence: string): Party | null {
  const [first] = partiesIn(sentence);
  return first && first.start <= 2 ? first : null;
}

/** The next party that is not one of the same list: 「动物饲养人或者管理人」. */
function nextApart(clause: string, parties: readonly Party[], index: number): Party | undefined {
  let at = index;
  while (parties[at + 1] && /^[、和与或者及]+$/u.test(clause.slice(parties[at]?.end, parties[at + 1]?.start))) at += 1;
  return parties[at + 1];
}

function statementsOf(clause: string, party: Party, next: Party | undefined): RoleStatement[] {
  const before = clause.slice(0, party.start);
  const after = clause.slice(party.end);
  const own = clause.slice(party.end, next?.start);
  const found = (relation: 'by' | 'to', words: string, denied = false) =>
    actsIn(words).map((act): RoleStatement => ({ party, relation, act, denied, clause }));
  if (/[向对][^，。；]{0,14}$/u.test(before) && !BEARS.test(before) && !hasActBetween(before, ['向', '对'])) {
    return /请求|要求/u.test(own) ? found('by', own.replace('追偿', '')) : found('to', after);
  }
  if (/(?:找|跟|问)$/u.test(before) && /追偿|要/u.test(own)) return found('to', after);
  if (/(?:通知|告知|告诉)$/u.test(before)) return [{ party, relation: 'to', act: 'notify', denied: false, clause }];
  if (/给予?$/u.test(before)) return [{ party, relation: 'to', act: 'give', denied: false, clause }];
  if (BEARS.test(before) && !hasActBetween(before, ['由', '请求', '要求', '找', '让']))
    return found('by', `由${party.raw}${after}`);
  if (TELLS_WHICH.test(after)) return [];
  const modal = MODAL.exec(after);
  if (!modal || (next && party.end + modal.index > next.start)) return [];
  const act = after.slice(modal.index + modal[0].length).replace(/(?:请求|要求|由)[^，。；]*$/u, '');
  return found('by', act, /不|无/u.test(modal[0]));
}

/** 「由甲赔偿乙的损失」: an act between 由 and a later party ends its reach. */
const hasActBetween = (before: string, words: readonly string[]) =>
  actsIn(before.slice(Math.max(...words.map((word) => before.lastIndexOf(word))))).length > 0;

function actsIn(words: string): Act[] {
  // Object.entries widens the keys of a literal object to string.
  return (Object.entries(acts) as [Act, RegExp][]).flatMap(([act, pattern]) => (pattern.test(words) ? [act] : []));
}
