import type { ReadFacts } from '@lutai/contracts';
import type { WrittenClaim } from './drafter.ts';

const mostClaims = 8;
const wordsLength = 240;

/**
 * The answer as a practitioner reads it: for each assertion 大前提 (the provision's words), 小前提 (what the client has
 * told and what is missing), 结论. Null where nothing is asserted. It says nothing that the claims do not say.
 */
export function practitionerText(input: {
  claims: readonly WrittenClaim[];
  facts: ReadFacts;
  asOf: string;
}): string | null {
  const argued = input.claims
    .filter(({ part, provisions }) => ['conclusion', 'reason', 'branch'].includes(part) && provisions.length > 0)
    .slice(0, mostClaims);
  if (argued.length === 0) return null;
  const minor = minorPremise(input.facts);
  const blocks = argued.map(({ text, provisions }, index) =>
    [
      `## ${index + 1}. ${headline(text)}`,
      `**大前提**\n\n${provisions.map(({ hit, words }) => `${hit.citation}：\n\n> ${clipped(words ?? hit.text).replaceAll('\n', '\n>\n> ')}`).join('\n\n')}`,
      index === 0 ? `**小前提**\n\n${minor}` : '**小前提**\n\n事实同上。',
      `**结论**\n\n${text}`,
    ].join('\n\n'),
  );
  return [`适用${input.asOf}施行的法律。`, ...blocks].join('\n\n');
}

/** A provision that is cut says so. */
const clipped = (text: string) => (text.length > wordsLength ? `${text.slice(0, wordsLength)}……` : text);

function minorPremise({ parties, dates, sums, elements }: ReadFacts): string {
  const said = elements.filter(({ state }) => state === 'said').map(({ name, words }) => `- ${name}：客户称“${words}”`);
  const missing = elements.filter(({ state }) => state === 'missing').map(({ name }) => `- ${name}：未说明`);
  const told = [
    ...(parties.length > 0
      ? [`- 当事人：${parties.map(({ role, words }) => `${role}（“${words}”）`).join('、')}`]
      : []),
    ...(dates.length > 0 ? [`- 时间：${dates.map(({ raw, day }) => `“${raw}”（${day}）`).join('、')}`] : []),
    ...(sums.length > 0 ? [`- 金额：${sums.map(({ raw, yuan }) => `“${raw}”（${yuan}元）`).join('、')}`] : []),
    ...said,
    ...missing,
  ];
  return told.length === 0 ? '客户没有说明具体事实。' : told.join('\n');
}

/** The first clause, without its citations. */
function headline(text: string): string {
  const plain = text.replace(/（[^（）]*《[^（）]*）/gu, '');
  return (plain.split(/[，。；：]/u)[0] ?? plain).slice(0, 40);
}
