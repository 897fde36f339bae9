import type { RouteData } from '../routes/index.ts';

const silent = { because: '', goesTo: '工作人员', text: '您好，我们会由工作人员再看一遍您的问题。' };
const nothing = { sure: [], likely: [], unless: [] };

/** A catalogue of routes that no words lead to: every question is judged by what is found. */
export const noRoutes: RouteData = {
  ...{ figures: [], danger: [], harm: [], learnt: null },
  'foreign-law': { ...silent, ...nothing },
  'not-legal': { ...silent, ...nothing },
  'no-basis': { goesTo: silent.goesTo, text: silent.text },
};
