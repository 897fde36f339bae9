import type { SpokenRoute } from '../judge-spoken-route.ts';
import type { LearntRoutes } from './learnt-routes.ts';

/**
 * From which share on a route is taken. A danger that is not seen costs more than one that is seen where there is none: then
 * the answer merely begins with telephone numbers. An honest question that is refused costs more than a refusal too few.
 * Measured by cross-validation on `corpus/routes`; docs/decisions/0011-answers.md has the figures.
 */
export const learntThresholds = { danger: 0.5, harm: 0.55, 'foreign-law': 0.5, 'not-legal': 0.6 } as const;

const windowLength = 120;
const mostWindows = 40;

/** What the words look like to the learnt model; null where they look like an ordinary question. */
export function judgeLearntRoute(learnt: LearntRoutes, texts: readonly string[]): SpokenRoute | null {
  const danger = highest(texts.flatMap(windowsOf), (text) => learnt(text).danger);
  if (danger !== null && danger.share >= learntThresholds.danger) {
    const because = `读起来像有人处于危险中（把握${percent(danger.share)}：“${danger.text.slice(0, 30)}”）`;
    return { route: 'danger', key: dangerKey(danger.text), because, now: true };
  }
  const newest = texts.at(-1) ?? '';
  const shares = learnt(newest.slice(0, 400));
  const harm = highest(windowsOf(newest), (text) => learnt(text).harm);
  if (shares.harm >= learntThresholds.harm && harm !== null) {
    const because = `读起来像请求帮忙做违法的事（把握${percent(shares.harm)}：“${harm.text.slice(0, 30)}”）`;
    return { route: 'harm', key: harmKey(newest), because, now: false };
  }
  for (const route of ['foreign-law', 'not-legal'] as const) {
    if (shares[route] < learntThresholds[route]) continue;
    const what = route === 'foreign-law' ? '问的像是内地以外的法律' : '读起来不像法律问题';
    return { route, key: route, because: `${what}（把握${percent(shares[route])}）`, now: false };
  }
  return null;
}

/** The text as a whole where it is short, else its runs of sentences, each at most 120 characters or one sentence. */
function windowsOf(text: string): string[] {
  if (text.length <= windowLength) return text.trim() === '' ? [] : [text];
  const windows: string[] = [];
  let current = '';
  for (const sentence of text.split(/(?<=[。！？!?；;\n，,])/u)) {
    if (current !== '' && current.length + sentence.length > windowLength) {
      windows.push(current);
      current = '';
    }
    current += sentence;
  }
  return [...windows, current].filter((part) => part.trim() !== '').slice(0, mostWindows);
}

function highest(texts: readonly string[], shareOf: (text: string) => number): { text: string; share: number } | null {
  return texts
    .map((text) => ({ text, share: shareOf(text) }))
    .reduce<{ text: string; share: number } | null>(
      (best, one) => (best && best.share >= one.share ? best : one),
      null,
    );
}

/** Which of the texts for somebody in danger fits best; violence where nothing tells more. */
function dangerKey(text: string): string {
  if (
    /死|轻生|活(着|够|腻|不下去)|解脱|遗书|割腕|跳(楼|河|桥)|告别|安眠药|熬不|撑不/u.test(text) &&
    !/弄死|打死|砍死|杀/u.test(text)
  ) {
    return 'self-harm';
  }
  if (/强奸|性侵|猥亵|摸|脱(我|她|光)|裸|迷药|下药/u.test(text)) return 'sexual';
  if (/关(着|起来|在)|锁|扣(着|了)|不让(走|出)|不给走|传销|园区|绑|逃/u.test(text)) return 'detention';
  return /孩子|小孩|娃|小丫头|小姑娘|儿童|学生/u.test(text) ? 'child' : 'violence';
}

const harmKeys: [key: string, words: RegExp][] = [
  ['insurance-fraud', /保险|理赔|定损|骗保|报销|医保/u],
  ['false-testimony', /证人|作证|口供|串供|说成|咬死|出庭/u],
  ['sham-divorce', /假离婚|假结婚/u],
  ['evade-debt', /转移|过户|藏|查不到|债主|执行|冻结|躲债|老赖|名下/u],
  ['forge-evidence', /假(借条|合同|证|病历|发票|流水)|伪造|造假|编|刻章|公章|签名|改日期|倒签|P图|PS/u],
  ['destroy-evidence', /删|销毁|毁掉|撕|烧掉/u],
  ['spy', /定位|监控|摄像头|窃听|监听|手机|聊天记录|住址|住哪|行踪|人肉|开房/u],
  ['violent-collection', /讨债|要债|上门|泼|堵|花圈|喇叭|还钱/u],
  ['bribe', /送礼|塞钱|打点|关系|门路|疏通/u],
  ['evade-tax', /税|发票|走账/u],
  ['threaten', /威胁|报复|教训|收拾|吓|曝光|照片/u],
  ['flee', /跑路|出国躲|逃/u],
];

/** Which refusal fits best; the general one where nothing tells more. */
const harmKey = (text: string): string => harmKeys.find(([, words]) => words.test(text))?.[0] ?? 'other-wrong';

const percent = (share: number) => `${Math.round(share * 100)}%`;
