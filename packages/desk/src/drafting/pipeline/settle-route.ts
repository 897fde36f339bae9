import type { Route } from '@lutai/contracts';
import { abstainText, dangerText, goesTo, harmText, type JudgedRoute, type RouteData } from '../routes/index.ts';

/** The whole reply on a route on which no answer is drafted, and whom it goes to. */
export function silentReply(data: RouteData, { route, key }: JudgedRoute): { text: string; goesTo: string } {
  if (route === 'harm') return { text: harmText(data, key), goesTo: '主管过目后发出' };
  if (route === 'danger')
    return { text: `${dangerText(data, key)}\n\n${staysWithYou}`, goesTo: '最先有空的承办人，立即联系' };
  if (route === 'answer') throw new Error('an answer is drafted, not taken from the catalogue');
  return { text: abstainText(data, route), goesTo: goesTo(data, route) };
}

const staysWithYou = '请先确保安全。我们的工作人员会尽快看到您的消息并与您联系；安全之后，也请告诉我们发生了什么。';

/** What the agent is told of the route, above the draft. */
export function routeNotices({ route, because }: JudgedRoute, whom: string): string[] {
  if (route === 'answer') return [];
  return [`${routeNames[route]}：${because}。处理：${whom}。`];
}

const routeNames: Record<Exclude<Route, 'answer'>, string> = {
  'foreign-law': '涉及域外法律，不作答复',
  'no-basis': '没有找到足以答复的法律依据，已转由人工处理',
  'not-legal': '不是法律问题',
  harm: '请求帮助做违法的事，已婉拒',
  danger: '有人可能正处于危险中，请立即处理',
};
