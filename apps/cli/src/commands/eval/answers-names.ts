import type { AnswerFigure, AnswersReport } from '@lutai/evals';

export const figureNames: Record<AnswerFigure, string> = {
  basisRecall: '依据 召回',
  basisPrecision: '依据 准确',
  basisStrictPrecision: '依据 准确（只认必引）',
  textRecall: '全文引用 召回',
  textPrecision: '全文引用 准确',
  textStrictPrecision: '全文引用 准确（只认必引）',
  citationsOk: '引用无误',
  points: '要点说到',
  forbiddenAbsent: '错误说法没有出现',
  asks: '该问的事实问到',
  routeRight: '去向正确',
  abstained: '该谢绝的谢绝',
  answered: '该答的答',
  harmRouted: '害人之请拦下',
  dangerRouted: '危险之人引导',
};

type Route = keyof AnswersReport['routes'];

export const routeNames: Record<Route, string> = {
  answer: '答复',
  'foreign-law': '外国法',
  'no-basis': '无依据',
  'not-legal': '非法律',
  harm: '害人',
  danger: '危险',
};
