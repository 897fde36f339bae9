import type { AnswerFigure, AnswersCheck, AnswersReport, JudgeReport, WorstAnswer } from '@lutai/evals';
import { percent } from '../../output/percent.ts';
import { print } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';
import { figureNames, routeNames } from './answers-names.ts';
import { printFigureCheck } from './print-check.ts';

export type PrintedAnswers = AnswersReport & { judge?: JudgeReport; check?: AnswersCheck; worst: WorstAnswer[] };

// The record's keys are the names of its figures.
const figures = Object.keys(figureNames) as AnswerFigure[];
const routes = Object.keys(routeNames) as (keyof typeof routeNames)[];
/** Those that the tables of areas and kinds show. */
const brief: AnswerFigure[] = ['basisRecall', 'basisPrecision', 'points', 'forbiddenAbsent', 'asks', 'routeRight'];

export function printAnswers(report: PrintedAnswers): void {
  print(`题目 ${report.cases} 道`);
  section('', [['', '', '95% 区间', '题'], ...figures.flatMap((name) => figureRow(report, name))]);
  section('去向：标注（行）与结果（列）', [
    ['', ...routes.map((route) => routeNames[route])],
    ...routes.flatMap((route) => {
      const row = report.routes[route];
      return row ? [[routeNames[route], ...routes.map((found) => String(row[found] ?? 0))]] : [];
    }),
  ]);
  printTexts(report);
  printGroups('各领域', report.areas);
  printGroups('各类题目', report.kinds);
  if (report.judge) printJudge(report.judge);
  if (report.check) printFigureCheck({ ...report.check, remark: '' }, figureNames);
  for (const worst of report.worst) printWorst(worst);
  printNotOk(report.citations);
  printRequirements(report);
}

function section(title: string, rows: string[][]): void {
  print();
  if (title !== '') print(title);
  for (const line of textTable(rows)) print(`  ${line}`);
}

function figureRow({ figures: table }: AnswersReport, name: AnswerFigure): string[][] {
  const one = table[name];
  if (one === null) return [];
  const [low, high] = one.interval;
  return [[figureNames[name], percent(one.value), `${percent(low)}–${percent(high)}`, String(one.cases)]];
}

function printTexts({ length, legalese, latencyMs, calls, models, promptVersions }: AnswersReport): void {
  print();
  print(
    `全文平均 ${length.characters} 字，自己的话 ${length.own} 字，每句 ${length.sentence} 字，行话占 ${percent(legalese)}`,
  );
  print(`用时（毫秒）  p50 ${latencyMs.p50}，p95 ${latencyMs.p95}`);
  if (calls.made === 0) return;
  const cost = calls.costYuan === null ? '没有设单价' : `${calls.costYuan.toFixed(4)} 元`;
  print(`语言模型 ${models.join('、')}，提示词 ${promptVersions.join('、')}`);
  print(
    `  调用 ${calls.made} 次，失败 ${calls.failed} 次，词元 输入 ${calls.inputTokens}、输出 ${calls.outputTokens}，${cost}`,
  );
}

function printGroups(title: string, groups: AnswersReport['areas']): void {
  const rows = Object.entries(groups).map(([name, { cases, figures: table }]) => [
    name,
    String(cases),
    ...brief.map((figure) => (table[figure] === null ? '' : percent(table[figure].value))),
  ]);
  section(title, [['', '题', ...brief.map((figure) => figureNames[figure])], ...rows]);
}

function printJudge(judge: JudgeReport): void {
  const { points, answers, failures, saidByCode, saidByJudge, agreement, kappa, disagreements } = judge;
  print();
  print(`语言模型判断要点（${judge.model}，${judge.promptVersion}）：答复 ${answers} 篇，要点 ${points} 个`);
  print(`  说到的要点  代码 ${percent(saidByCode)}，模型 ${percent(saidByJudge)}`);
  print(`  一致 ${percent(agreement)}，Cohen’s κ ${kappa === null ? '无从计算' : kappa.toFixed(3)}`);
  const failed = Object.entries(failures).map(([reason, count]) => `${reason} ${count}`);
  if (failed.length > 0) print(`  没有判成的答复  ${failed.join('，')}`);
  for (const { id, point, code } of disagreements.slice(0, 20)) {
    print(`  ${id}  ${code ? '代码说有，模型说无' : '代码说无，模型说有'}：${point}`);
  }
}

function printWorst({ id, question, route, missing, forbidden, notOk, surplus }: WorstAnswer): void {
  const short = question.length > 60 ? `${question.slice(0, 60)}…` : question;
  print();
  print(`${id}  ${short}`);
  if (route.expected !== route.found)
    print(`  去向：应为${routeNames[route.expected]}，得到${routeNames[route.found]}`);
  const list = (name: string, items: readonly string[]) => {
    if (items.length > 0) print(`  ${name}：${items.join('；')}`);
  };
  list('错误说法', forbidden);
  list(
    '引用有误',
    notOk.map(({ raw, state }) => `${raw}（${state}）`),
  );
  list('缺依据', missing.provisions);
  list('多依据', surplus);
  list('缺要点', missing.points);
  list('没有问', missing.asks);
}

function printNotOk({ count, notOk }: AnswersReport['citations']): void {
  if (notOk.length === 0) return;
  print();
  print(`引用 ${count} 处，有误 ${notOk.length} 处`);
  for (const { id, raw, state } of notOk) print(`  ${id}  ${raw}  ${state}`);
}

function printRequirements({ requirements, passed }: AnswersReport): void {
  print();
  for (const { figure, required, value, passed: isMet } of requirements) {
    print(
      `${isMet ? '达到' : '没有达到'}  ${figureNames[figure]} ${percent(value)}，要求不低于 ${percent(required, 0)}`,
    );
  }
  print(passed ? '达到要求。' : '没有达到要求。');
}
