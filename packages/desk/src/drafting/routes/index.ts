export { judgeFoundRoute } from './judge-found-route.ts';
export { judgeRoute } from './judge-route.ts';
export { type JudgedRoute, judgeSpokenRoute, type SpokenRoute } from './judge-spoken-route.ts';
export type { RouteShares } from './learnt/learnt-routes.ts';
export { loadRoutes } from './load-routes.ts';
export type { RouteData } from './route-schema.ts';
export { abstainText, dangerText, goesTo, harmText, routeTexts } from './route-text.ts';
