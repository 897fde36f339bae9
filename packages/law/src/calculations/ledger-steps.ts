import { type Working, yuan } from './calculation.ts';
import { compare, inPercent, isPositive, sum, toFen } from './exact.ts';
import type { Ledger } from './interest-ledger.ts';
import { civil } from './laws.ts';

/** Writes the lines of a ledger as steps. */
export function writeLedger({ step, note }: Working, { lines, accrued }: Ledger, yearDays: number): void {
  for (const line of lines) {
    if (line.kind === 'interest') {
      const { span, days, principal, interest } = line;
      const how = `${yuan(principal)}×${inPercent(span.rate)}×${days}天÷${yearDays}`;
      step(`${span.from}至${span.to}（算头不算尾）：${how}。${span.why}。`, span.citations, interest);
      continue;
    }
    const parts = [
      { name: '费用', part: line.toCosts },
      { name: '利息', part: line.toInterest },
      { name: '本金', part: line.toPrincipal },
    ].filter(({ part }) => isPositive(part));
    const shown = parts.map(({ name, part }) => `抵${name}${yuan(part)}`).join('，');
    const text = `${line.day}还款${yuan(line.amount)}：${shown === '' ? '已无欠款可抵' : shown}，尚欠本金${yuan(line.left)}。`;
    step(text, [civil('五百六十一')], line.amount);
  }
  const shown = sum(lines.flatMap((line) => (line.kind === 'interest' ? [toFen(line.interest)] : [])));
  if (compare(shown, toFen(accrued)) !== 0) note('各段的数四舍五入到分；合计由未舍入的数相加，可能相差一两分。');
}
