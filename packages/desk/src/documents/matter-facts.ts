import { citationSchema, draftTraceSchema } from '@lutai/contracts';
import { type Database, drafts, revisions, users } from '@lutai/db';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { chinaDay } from '../drafting/china-day.ts';
import { readConversation } from '../matters/conversation.ts';
import type { MatterRow } from '../matters/matter-rows.ts';

const mostProvisions = 3;
/** The full name of an organisation, as it can be sued under. */
const organisation = /(?:公司|工厂|厂|商店|超市|酒店|学校|医院|幼儿园|事务所|合作社|委员会|银行|中心|研究院)$/u;
const shortestName = 6;

/**
 * What a matter tells, by the names that forms ask for: `today`, `client`, `facts` (the client's own words), and where it is
 * clear `day-of-facts`, `sum` (the only one said), `opponent` (an organisation's full name), `basis` (what the newest
 * answer rests on).
 */
export async function matterFacts(db: Database, matter: MatterRow, now: Date): Promise<Record<string, unknown>> {
  const [client] = await db.select({ name: users.name }).from(users).where(eq(users.id, matter.clientId));
  const { said } = await db.transaction((tx) => readConversation(tx, matter.id));
  const [newest] = await db
    .select({ trace: drafts.trace, citations: revisions.citations })
    .from(drafts)
    .innerJoin(revisions, eq(revisions.draftId, drafts.id))
    .where(and(eq(drafts.matterId, matter.id), eq(drafts.kind, 'answer')))
    .orderBy(desc(drafts.number), desc(revisions.number))
    .limit(1);
  const read = draftTraceSchema.nullable().parse(newest?.trace ?? null)?.facts ?? null;
  const sums = [...new Set(read?.sums.map(({ yuan }) => yuan) ?? [])];
  const opponent = read?.parties.find(({ words }) => organisation.test(words) && words.length >= shortestName);
  const basis = z
    .array(citationSchema)
    .parse(newest?.citations ?? [])
    .flatMap(({ state, resolved }) => (state === 'ok' && resolved ? [resolved.citation] : []));
  return {
    today: chinaDay(now),
    client: { kind: 'person', name: client?.name ?? '' },
    facts: said.map(({ text }) => text).join('\n'),
    ...(matter.factsDate ? { 'day-of-facts': matter.factsDate } : {}),
    ...(sums.length === 1 ? { sum: sums[0] } : {}),
    ...(opponent ? { opponent: { kind: 'organisation', name: opponent.words } } : {}),
    ...(basis.length > 0 ? { basis: [...new Set(basis)].slice(0, mostProvisions).join('、') } : {}),
  };
}
