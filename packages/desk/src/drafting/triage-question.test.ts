import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AreaKnowledge } from './area-schema.ts';
import { loadAreas } from './areas.ts';
import { type DeadlineData, loadDeadlines } from './load-deadlines.ts';
import { loadRoutes, type RouteData } from './routes/index.ts';
import { triageQuestion } from './triage-question.ts';

let areas: AreaKnowledge[];
let deadlines: DeadlineData;
let routes: RouteData;
beforeAll(async () => {
  const corpus = join(import.meta.dirname, '../../../../corpus');
  areas = await loadAreas(join(corpus, 'catalogue/areas'));
  deadlines = await loadDeadlines(corpus);
  routes = await loadRoutes(join(corpus, 'catalogue/routes.yaml'));
});
const now = () => new Date('2026-03-01T02:00:00Z');
const triage = (text: string, importance: 'standard' | 'priority' | 'key' = 'standard') =>
  triageQuestion({ areas, deadlines, routes, now }, { text, importance });

it('counts a near deadline from the day on which the client wrote', () => {
  const text = '昨天收到劳动仲裁裁决书，不服';
  const of = (askedOn: string) =>
    triageQuestion({ areas, deadlines, now }, { text, importance: 'standard', said: [{ text, askedOn }] }).urgency;
  expect(of('2026-03-01')).toBe('urgent');
  expect(of('2026-02-20')).toBe('critical');
});

describe('area', () => {
  it.each([
    ['老板拖欠三个月工资不给，劳动合同也没签', 'labour'],
    ['前夫不给孩子抚养费', 'marriage-family'],
    ['借条写了两万，到期不还', 'lending'],
    ['楼上漏水把我家泡了，邻居不认', 'neighbours'],
    ['网购的手机七天无理由退货卖家不退', 'online-trade'],
    ['今天天气怎么样', 'other'],
  ])('of «%s» is %s', (text, area) => expect(triage(text).area).toBe(area));

  it('does not count a word inside a longer one', () => {
    expect(triage('劳动合同').reasons[0]?.why).not.toContain('合同纠纷');
  });

  it('takes the nearest case to break a tie', () => {
    const found = { caseId: 'c', title: '离婚', question: '离婚抚养权怎么判', answer: '', citations: [], score: 0.9 };
    expect(
      triageQuestion({ areas, deadlines, now }, { text: '能要回来吗', importance: 'standard', cases: [found] }).area,
    ).toBe('marriage-family');
  });
});

describe('urgency', () => {
  it.each([
    ['我不想活了', 'critical'],
    ['我弟弟昨天被刑拘了', 'critical'],
    ['明天就要开庭了怎么办', 'critical'],
    ['他天天打我', 'urgent'],
    ['公司要跑路了，欠我工资', 'urgent'],
    ['定金和违约金能一起要吗', 'normal'],
  ])('of «%s» is %s', (text, urgency) => expect(triage(text).urgency).toBe(urgency));

  it('sees from the dates that a deadline is near, and does not when it is not', () => {
    const text = (day: string) => `公司${day}辞退了我，工资没结`;
    expect(triage(text('2025年3月4日'))).toMatchObject({ urgency: 'critical' });
    expect(triage(text('2025年3月20日'))).toMatchObject({ urgency: 'urgent' });
    expect(triage(text('2025年12月20日'))).toMatchObject({ urgency: 'normal' });
  });
});

describe('priority', () => {
  it('rises with urgency and with the client', () => {
    const text = '定金和违约金能一起要吗';
    expect(triage(text)).toMatchObject({ priority: 5, dueInHours: 72 });
    expect(triage(text, 'key')).toMatchObject({ priority: 3, dueInHours: 24 });
    expect(triage('我不想活了')).toMatchObject({ priority: 1, dueInHours: 2 });
  });

  it('is first for whoever is in danger, now or for long, and says why', () => {
    expect(triage('他正在砸门，说要砍死我')).toMatchObject({ urgency: 'critical', priority: 1 });
    const lasting = triage('老公一喝酒就打我');
    expect(lasting).toMatchObject({ urgency: 'urgent', priority: 1, dueInHours: 2 });
    expect(lasting.reasons.find(({ field }) => field === 'priority')?.why).toContain('家庭暴力');
    expect(triage('他打过我一次，三年前的事了').priority).toBeGreaterThan(1);
  });

  it('rises with complexity', () => {
    const text =
      '2022年我借给朋友8万、他哥担保，后来又通过公司打了5万货款，还有房东押金2万没退。朋友离婚了，老婆说不是共同债务。借条、欠条、合同都有，谁该还？能不能一起起诉？利息怎么算？时效是不是过了？';
    expect(triage(text).complexity).toBe('complex');
    expect(triage(text).priority).toBeLessThan(4);
  });

  it('gives a reason in Chinese for every field', () => {
    const { reasons } = triage('老板拖欠工资');
    expect(reasons.map(({ field }) => field)).toEqual(['area', 'urgency', 'complexity', 'priority', 'dueInHours']);
    for (const { why } of reasons) expect(why).toMatch(/\p{Script=Han}/u);
  });
});
