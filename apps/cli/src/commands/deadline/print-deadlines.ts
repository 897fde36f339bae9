import type { DeadlineCatalogue, FoundDeadline } from '@lutai/law';
import { print, printJson } from '../../output/print.ts';

/** Every kind of deadline with its provision and the ids of the events that bear on it. */
export async function printKinds(catalogue: DeadlineCatalogue, asJson: boolean): Promise<void> {
  const { eventsOf } = await import('@lutai/law');
  const kinds = catalogue.kinds.map(({ id, name, areas, period, rules }) => ({
    ...{ id, name, areas, period, citation: rules.at(-1)?.citation ?? '', events: eventsOf(catalogue, id) },
  }));
  if (asJson) printJson({ kinds });
  else {
    for (const { id, name, period, citation, events } of kinds) {
      print(`${id}  ${name}：${period}（${citation}）  ${events.map((event) => event.id).join(' ')}`);
    }
  }
}

export function printDeadlines(found: FoundDeadline[]): void {
  for (const { name, citation, date, daysLeft, needs, steps } of found) {
    const left = daysLeft === null ? '' : daysLeft < 0 ? `（已过${-daysLeft}天）` : `（还剩${daysLeft}天）`;
    print(`${name}：${date === null ? (needs ?? '现在不能算') : `${date}${left}`}  ${citation}`);
    for (const [index, step] of steps.entries()) print(`   ${index + 1}. ${step}`);
  }
  if (found.length === 0) print('没有找到与此有关的期限。');
}
