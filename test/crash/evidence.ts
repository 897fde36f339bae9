import { openDatabase, rows } from '@lutai/db';
import { sql } from 'drizzle-orm';

/** What the database says after the last crash, read without the product's own verbs. */
export interface Evidence {
  matterIds(): Promise<string[]>;
  approvedDraftIds(): Promise<string[]>;
  standingApprovalIds(): Promise<string[]>;
  sentApprovalIds(): Promise<string[]>;
  outboundDifferingFromApproval(): Promise<string[]>;
  articlesOf(title: string): Promise<string[]>;
  /** Sources whose number of articles is not the number that was parsed. */
  partialSources(): Promise<string[]>;
  unfinishedJobs(): Promise<number>;
  /** When work that left a trace was asked for and when it was finished, in milliseconds since the epoch. */
  spans(kind: 'deliver' | 'ingest'): Promise<{ from: number; to: number }[]>;
  close(): Promise<void>;
}

interface EvidenceOptions {
  engine: 'pglite' | 'postgres';
  dataDir: string;
  url: string | undefined;
  /** Waits until the last server has finished its work and stopped. */
  beforeOpening: () => Promise<void>;
}

export async function openEvidence({ dataDir, url, beforeOpening }: EvidenceOptions): Promise<Evidence> {
  await beforeOpening();
  const opened = await openDatabase(url ? { url } : { dataDir });
  const { db } = opened;
  const ids = async (statement: ReturnType<typeof sql>) =>
    (await rows<{ id: string }>(db, statement)).map(({ id }) => id);
  return {
    matterIds: () => ids(sql`select id from matters`),
    approvedDraftIds: () => ids(sql`select draft_id as id from approvals where voided_at is null`),
    standingApprovalIds: () => ids(sql`select id from approvals where voided_at is null`),
    sentApprovalIds: () => ids(sql`select approval_id as id from messages where direction = 'outbound'`),
    outboundDifferingFromApproval: () =>
      ids(sql`
        select m.id from messages m
        left join approvals a on a.id = m.approval_id
        left join revisions r on r.id = a.revision_id
        left join deliveries d on d.approval_id = a.id
        where m.direction = 'outbound'
          and (r.id is null or a.voided_at is not null or r.text <> m.text
            or r.content_hash <> a.content_hash or d.content_hash <> a.content_hash or d.state <> 'sent')`),
    articlesOf: async (title) =>
      (
        await rows<{ text: string }>(
          db,
          sql`select p.text from provisions p join laws l on l.id = p.law_id where l.title = ${title} order by p.ordinal`,
        )
      ).map(({ text }) => text),
    partialSources: () =>
      ids(sql`
        select s.file as id from law_sources s
        left join provisions p on p.source_id = s.id and p.kind = 'article'
        group by s.id, s.file, s.articles having count(p.id) <> s.articles`),
    // The follow-up of the law that is planned for tomorrow is not begun.
    unfinishedJobs: async () =>
      (
        await ids(sql`select id from jobs where state in ('queued', 'running')
          and (run_at <= now() or attempts > 0 or crashes > 0)`)
      ).length,
    spans: async (kind) => {
      const found = await rows<{ asked: number; finished: number }>(
        db,
        sql`select (extract(epoch from created_at) * 1000)::float as asked,
              (extract(epoch from finished_at) * 1000)::float as finished
            from jobs where kind = ${kind} and finished_at is not null`,
      );
      return found.map(({ asked, finished }) => ({ from: Number(asked), to: Number(finished) }));
    },
    close: () => opened.close(),
  };
}
