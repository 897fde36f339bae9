import type { CitationReport, Failure, WrongCitation } from '@lutai/evals';
import { percent } from '../../output/percent.ts';
import { print } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';

type State = WrongCitation['expected'];

const states: readonly State[] = ['ok', 'not-found', 'not-in-force', 'misquoted', 'ambiguous', 'unchecked'];
const failures: Record<Failure, string> = { state: '状态不对', 'wrong-provision': '指到别的条文', missed: '没有找到' };

export function printCitations(report: CitationReport): void {
  print(`答复 ${report.texts} 篇，标注的引用 ${report.labels} 处`);
  print(`状态正确  ${percent(report.rightShare, 2)}（${report.right}/${report.labels}），要求不低于 99%`);
  print(
    `正确的引用被判有误  ${percent(report.falseAlarmShare, 2)}（${report.falseAlarms}/${report.good}），要求不高于 1%`,
  );
  print(`没有找到 ${report.missed} 处，指到别的条文 ${report.wrongProvisions} 处`);
  print(`标注之外另找到 ${report.extra} 处，其中不是 ok 的 ${report.extraNotOk.length} 处`);
  print();
  print('标注（行）与核对结果（列）');
  for (const line of textTable(confusionRows(report))) print(`  ${line}`);
  if (report.wrong.length > 0) printWrong(report.wrong);
  if (report.extraNotOk.length > 0) {
    print();
    print('标注之外、不是 ok 的');
    for (const { text, raw, state, said } of report.extraNotOk) print(`  ${text}  ${raw}  ${state}  ${said}`);
  }
  print();
  print(report.passed ? '达到要求。' : '没有达到要求。');
}

function confusionRows({ confusion }: CitationReport): string[][] {
  const columns = [...states, 'missed' as const];
  return [
    ['', ...columns],
    ...states.map((state) => [state, ...columns.map((column) => String(confusion[state]?.[column] ?? 0))]),
  ];
}

function printWrong(wrong: readonly WrongCitation[]): void {
  print();
  print(`不对的 ${wrong.length} 处`);
  for (const one of wrong) {
    print(`  ${one.text}  ${one.raw}  ${failures[one.failure]}：应为 ${one.expected}，得到 ${one.found ?? '无'}`);
    if (one.why) print(`      标注：${one.why}`);
    if (one.failure === 'wrong-provision') print(`      应指 ${one.target}，指到 ${one.resolved}`);
    if (one.said) print(`      核对：${one.said}`);
  }
}
