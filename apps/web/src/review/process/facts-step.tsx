import type { DraftTrace } from '@lutai/contracts';
import { Check, CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../../language/language.tsx';
import { Nothing } from './step-section.tsx';
import { elementsByTopic } from './trace-view.ts';

/** What was read from the client's words, in the client's words. */
export function FactsStep({ trace }: { trace: DraftTrace }) {
  const { facts: words } = useStrings().drafting;
  const { parties, dates, sums, places, wants, elements, searched, rewritten } = trace.facts;
  const rows: [string, ReactNode[]][] = [
    [words.parties, parties.map((one) => <Said key={one.role + one.words} words={one.words} means={one.role} />)],
    [words.dates, dates.map(({ raw, day }) => <Said key={raw} words={raw} means={day} />)],
    [
      words.sums,
      sums.map(({ raw, yuan }) => <Said key={raw} words={raw} means={words.yuan(yuan.toLocaleString('zh-CN'))} />),
    ],
    [words.places, places.map((place) => <Said key={place} words={place} />)],
    [words.wants, wants.map((want) => <Said key={want} words={want} />)],
  ];
  const told = rows.filter(([, items]) => items.length > 0);
  return (
    <div className="flex flex-col gap-3">
      {told.length === 0 && elements.length === 0 && <Nothing>{words.nothing}</Nothing>}
      {told.length > 0 && (
        <dl className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
          {told.map(([label, items]) => (
            <div key={label} className="contents">
              <dt className="text-faint">{label}</dt>
              <dd className="flex flex-col">{items}</dd>
            </div>
          ))}
        </dl>
      )}
      {rewritten !== 'no' && (
        <div data-testid="trace-rewritten" className="rounded-lg bg-sunken px-3 py-2">
          <p className="text-faint">{words.rewritten[rewritten]}</p>
          <p lang="zh-CN">
            <span className="text-faint">{words.searched}　</span>
            {searched}
          </p>
        </div>
      )}
      {elementsByTopic(trace).map(({ topic, name, elements: of }) => (
        <section key={topic}>
          <h3 lang="zh-CN" className="font-medium">
            {name}
          </h3>
          <ul className="mt-1 flex flex-col gap-1">
            {of.map((element) => (
              <li key={element.key} data-testid="trace-element" data-state={element.state} className="flex gap-2">
                {element.state === 'said' ? (
                  <Check aria-label={words.said} className="mt-1 size-4 shrink-0 text-ok" />
                ) : (
                  <CircleHelp aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
                )}
                <span lang="zh-CN" className="min-w-0 flex-1">
                  {element.name}
                  {element.words !== null && <span className="text-faint">　“{element.words}”</span>}
                </span>
                {element.state === 'missing' && <span className="shrink-0 text-warn">{words.missing}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Said({ words, means }: { words: string; means?: string }) {
  return (
    <span lang="zh-CN" className="[overflow-wrap:anywhere]">
      “{words}”{means !== undefined && <span className="text-faint">　{means}</span>}
    </span>
  );
}
