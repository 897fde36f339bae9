import type { SupportReport } from '@lutai/evals';
import { percent } from '../../output/percent.ts';
import { print } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';

const names = { supported: '支持', doubtful: '存疑', contradicted: '相反', 'none-claimed': '未作论断' } as const;
const splitNames = { tune: '调参用的一份', measure: '评测用的一份' } as const;
/** The record's keys are its states, in the order in which they are shown. */
const states = Object.keys(names) as (keyof typeof names)[];

export function printSupport(
  split: keyof typeof splitNames | null,
  figures: Omit<SupportReport, 'mistakes'>,
  mistakes: SupportReport['mistakes'],
): void {
  const { pairs, provisions, laws, table } = figures;
  print(`论断 ${pairs} 条（${split === null ? '两份' : splitNames[split]}），引法条 ${provisions} 条、法规 ${laws} 件`);
  print(`判对 ${percent(figures.accuracy)}`);
  for (const [name, { count, of, share }] of [
    ['相反而判为支持', figures.contradictedCalledSupported],
    ['支持而判为相反', figures.supportedCalledContradicted],
    ['存疑而判为支持', figures.doubtfulCalledSupported],
  ] as const) {
    print(`${name}  ${count}/${of}（${percent(share)}）`);
  }
  print();
  const rows = states.map((labelled) => [names[labelled], ...states.map((judged) => String(table[labelled][judged]))]);
  for (const line of textTable([['标注 ＼ 判为', ...states.map((state) => names[state])], ...rows])) print(line);
  for (const { id, claim, citation, support, judged, reasons } of mistakes) {
    print();
    print(`${id}  ${names[support]} → ${names[judged]}  ${citation}`);
    print(`  ${claim}`);
    for (const reason of reasons) print(`  ${reason}`);
  }
}
