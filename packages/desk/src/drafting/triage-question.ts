import type { Area, CaseHit, Importance, Triage } from '@lutai/contracts';
import { daysBetween } from '@lutai/law';
import type { AreaKnowledge } from './area-schema.ts';
import { chinaDay } from './china-day.ts';
import { computeDeadlines } from './compute-deadlines.ts';
import type { DatedText } from './drafter.ts';
import type { DeadlineData } from './load-deadlines.ts';
import { judgeSpokenRoute, type RouteData, type SpokenRoute } from './routes/index.ts';
import { type AreaScore, scoreAreas } from './score-areas.ts';

export type TriageDeps = {
  areas: AreaKnowledge[];
  deadlines: DeadlineData;
  /** Tells who is in danger; without it nobody is seen to be. */
  routes?: RouteData;
  now: () => Date;
};
export type TriageInput = {
  text: string;
  /** The same, message by message, each with its day; all of today when left out. */
  said?: DatedText[];
  importance: Importance;
  /** Nearest answered cases, if they are known already; they help to tell the area. */
  cases?: CaseHit[];
};
type Judged<Value> = { value: Value; why: string };

const dueInHours = { 1: 2, 2: 8, 3: 24, 4: 48, 5: 72 } as const;

/** Area, urgency, complexity, priority (1 first … 5 last) and due time of a question, each with its reason in Chinese. */
export function triageQuestion(deps: TriageDeps, input: TriageInput): Triage {
  const scores = withCases(deps.areas, scoreAreas(deps.areas, input.text), input.cases ?? []);
  const area = judgeArea(scores);
  const danger = dangerIn(deps.routes, input.text);
  const urgency = judgeUrgency(deps, input, { area: area.value, danger });
  const complexity = judgeComplexity(input.text, scores);
  const priority =
    danger === null
      ? judgePriority(urgency.value, complexity.value, input.importance)
      : { value: 1 as const, why: `${danger.because}，先于其他事项` };
  return {
    area: area.value,
    urgency: urgency.value,
    complexity: complexity.value,
    priority: priority.value,
    dueInHours: dueInHours[priority.value],
    reasons: [
      { field: 'area', value: area.value, why: area.why },
      { field: 'urgency', value: urgency.value, why: urgency.why },
      { field: 'complexity', value: complexity.value, why: complexity.why },
      { field: 'priority', value: String(priority.value), why: priority.why },
      {
        field: 'dueInHours',
        value: String(dueInHours[priority.value]),
        why: `优先级${priority.value}的事项应在${dueInHours[priority.value]}小时内答复`,
      },
    ],
  };
}

/** The nearest case speaks with a third of the weight of the question's own words: enough to break a tie. */
function withCases(areas: AreaKnowledge[], scores: AreaScore[], cases: CaseHit[]): AreaScore[] {
  const nearest = cases[0];
  if (nearest === undefined) return scores;
  const best = scoreAreas(areas, `${nearest.title}\n${nearest.question}`)[0];
  if (best === undefined) return scores;
  const bonus = Math.min(best.score / 3, 2);
  const known = scores.find(({ area }) => area === best.area);
  const rest = scores.filter(({ area }) => area !== best.area);
  const raised = { ...(known ?? { ...best, score: 0 }), score: (known?.score ?? 0) + bonus };
  return [...rest, raised].sort((left, right) => right.score - left.score);
}

function judgeArea(scores: AreaScore[]): Judged<Area> {
  const best = scores[0];
  if (best === undefined || best.score < 1) return { value: 'other', why: '没有找到能说明法律领域的词语，归入“其他”' };
  return { value: best.area, why: `出现“${best.words.slice(0, 5).join('”“')}”等词语，归入${best.name}` };
}

function dangerIn(routes: RouteData | undefined, text: string): SpokenRoute | null {
  const spoken = routes === undefined ? null : judgeSpokenRoute(routes, [text]);
  return spoken?.route === 'danger' ? spoken : null;
}

const critical: [RegExp, string][] = [
  [
    /(今天|明天|后天|今晚|明早|下午).{0,10}(开庭|到期|截止|签字|拍卖|强拆|行刑)|(最后一天|今天到期|明天到期)/u,
    '开庭或者期限就在眼前',
  ],
  [/刑拘|刑事拘留|(被|刚|昨天|今天|前天)(警察|公安|派出所)?(抓|带走|逮捕)|拘留(所|了|通知)/u, '有人被限制人身自由'],
];
const urgent: [RegExp, string][] = [
  [/家暴|打我|挨打|殴打|保护令|跟踪|威胁/u, '涉及暴力或者威胁'],
  [
    /(快|马上|就要|即将|还有[一二三四五六七八九十两\d]+天).{0,8}(到期|过期|过了|截止|开庭|时效)|上诉期|[三五七十\d]+(天|日)(之)?内/u,
    '期限可能临近',
  ],
  [/转移财产|转移存款|正在卖房|要跑|跑路|失联|人去楼空|卷款/u, '财产可能被转移'],
  [/刚(刚)?(被骗|转账|转了)|(今天|昨天|刚).{0,8}(被骗|转账)/u, '刚刚受骗，可能还能止付'],
  [/强拆|逼(我|我们)(搬|签)|断水|断电|换(了)?锁/u, '居住受到影响'],
  [/拘留|取保|逮捕|检察院|开庭|传票/u, '正在进行的诉讼程序有期限'],
  [/尸检|抢救|重症|ICU|昏迷/u, '伤病情况紧急'],
];

type Judging = { area: Area; danger: SpokenRoute | null };

function judgeUrgency(
  deps: TriageDeps,
  { text, said }: TriageInput,
  { area, danger }: Judging,
): Judged<Triage['urgency']> {
  if (danger?.now) return { value: 'critical', why: danger.because };
  const today = chinaDay(deps.now());
  const deadlines = computeDeadlines(deps.deadlines, { area, text, today, ...(said ? { said } : {}) });
  const near = deadlines.filter(({ date }) => date !== null && date >= today && daysBetween(today, date) <= 30);
  const nearest = near.sort((left, right) => (left.date ?? '').localeCompare(right.date ?? ''))[0];
  for (const [pattern, why] of critical) if (pattern.test(text)) return { value: 'critical', why };
  if (nearest?.date) {
    const days = daysBetween(today, nearest.date);
    const why = `“${nearest.name}”的期限到${nearest.date}为止，还剩${days}天`;
    return { value: days <= 7 ? 'critical' : 'urgent', why };
  }
  for (const [pattern, why] of urgent) if (pattern.test(text)) return { value: 'urgent', why };
  return { value: 'normal', why: '没有看到人身危险、羁押或者临近的期限' };
}

function judgeComplexity(text: string, scores: AreaScore[]): Judged<Triage['complexity']> {
  const best = scores[0]?.score ?? 0;
  const strong = scores.filter(({ score }) => score >= 5 && score >= best * 0.6);
  const sums = new Set(text.match(/[\d一二三四五六七八九十百两]+(\.\d+)?(多)?(万|千元|百元|块|元)/gu) ?? []).size;
  const asked = (text.match(/[？?]|吗|能不能|怎么|该不该|是不是|谁|多少/gu) ?? []).length;
  const parties = new Set(
    text.match(
      /公司|老板|房东|中介|开发商|物业|保险公司|医院|银行|法院|老公|老婆|前[夫妻]|哥|姐|弟|妹|爸|妈|儿子|女儿|朋友|同事|邻居|担保人|合伙人/gu,
    ) ?? [],
  ).size;
  const reasons: string[] = [];
  let points = 0;
  const add = (amount: number, why: string) => {
    if (amount <= 0) return;
    points += amount;
    reasons.push(why);
  };
  add(strong.length > 1 ? 2 : 0, `涉及${strong.map(({ name }) => name).join('、')}等多个领域`);
  add(sums >= 4 ? 2 : sums >= 2 ? 1 : 0, `提到${sums}笔金额`);
  add(asked >= 5 ? 2 : asked >= 3 ? 1 : 0, '问到不止一个问题');
  add(parties >= 4 ? 1 : 0, `涉及${parties}方当事人`);
  add(text.length >= 300 ? 2 : text.length >= 120 ? 1 : 0, `叙述较长（${text.length}字）`);
  if (points === 0) return { value: 'simple', why: '问题单一，叙述简短' };
  const value = points >= 4 ? 'complex' : points >= 2 ? 'moderate' : 'simple';
  return { value, why: reasons.join('；') };
}

function judgePriority(
  urgency: Triage['urgency'],
  complexity: Triage['complexity'],
  importance: Importance,
): Judged<1 | 2 | 3 | 4 | 5> {
  const base = { critical: 1, urgent: 2, normal: 4 }[urgency];
  const byComplexity = urgency !== 'normal' ? 0 : { simple: 1, moderate: 0, complex: -1 }[complexity];
  const byImportance = { standard: 0, priority: -1, key: -2 }[importance];
  const clamped = Math.min(5, Math.max(1, base + byComplexity + byImportance));
  const value = ([1, 2, 3, 4, 5] as const).find((step) => step === clamped) ?? 3;
  const words = {
    urgency: { critical: '特别紧急', urgent: '紧急', normal: '不紧急' }[urgency],
    complexity: { simple: '简单', moderate: '一般', complex: '复杂' }[complexity],
    importance: { standard: '普通客户', priority: '优先客户', key: '重点客户' }[importance],
  };
  return { value, why: `${words.urgency}，难度${words.complexity}，${words.importance}` };
}
