import { citationSchema, type LawChange, type ReviewSubject } from '@lutai/contracts';
import { answeredCases, drafts, matters, messages, revisions, type Transaction } from '@lutai/db';
import { and, desc, eq, gte, inArray, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import type { ChangedLaw } from './compare-snapshots.ts';

/** Something that stands in files and cites provisions: guidance of an area, a template, an evaluation case. */
export type StandingText = { subjectType: ReviewSubject; subjectId: string; title: string; citations: string[] };

/** Tells which provision a canonical citation means; null where it is not clear. */
export type ResolveCited = (citation: string) => { lawId: string; article: string } | null;

export type AffectedSubject = {
  subjectType: ReviewSubject;
  subjectId: string;
  title: string;
  matterId: string | null;
  lawId: string;
  versionId: string;
  article: string;
  citation: string;
  change: LawChange;
  changedOn: string | null;
};

export type AffectedSources = {
  changes: readonly ChangedLaw[];
  standing: readonly StandingText[];
  resolveCited: ResolveCited;
  /** Answers sent from this moment on. */
  answersSince: Date;
};

const citationsSchema = z.array(citationSchema);

/** Every open draft, answer sent, case and standing text that rests on an article that changed. */
export async function findAffected(tx: Transaction, sources: AffectedSources): Promise<AffectedSubject[]> {
  const { changes, standing, resolveCited, answersSince } = sources;
  if (changes.length === 0) return [];
  const byLaw = new Map(changes.map((change) => [change.lawId, change]));
  type Subject = Pick<AffectedSubject, 'subjectType' | 'subjectId' | 'title' | 'matterId'>;

  /** Of citations that were checked when they were written: those of the version that changed. */
  function ofChecked(subject: Subject, citations: unknown): AffectedSubject[] {
    const resolved = citationsSchema.parse(citations).flatMap((citation) => citation.resolved ?? []);
    return once(
      resolved.flatMap(({ lawId, versionId, article, citation }) => {
        const law = byLaw.get(lawId);
        return law?.versionId === versionId ? rest(subject, law, article, citation) : [];
      }),
    );
  }

  function ofWritten(subject: Subject, citations: readonly string[]): AffectedSubject[] {
    return once(
      citations.flatMap((citation) => {
        const cited = resolveCited(citation);
        const law = cited && byLaw.get(cited.lawId);
        return law ? rest(subject, law, cited.article, citation) : [];
      }),
    );
  }

  return [
    ...(await openDrafts(tx)).flatMap(({ citations, ...subject }) => ofChecked(subject, citations)),
    ...(await sentAnswers(tx, answersSince)).flatMap(({ citations, ...subject }) => ofChecked(subject, citations)),
    ...(await standingCases(tx)).flatMap(({ citations, ...subject }) => ofWritten(subject, citations)),
    ...standing.flatMap(({ citations, ...subject }) => ofWritten({ ...subject, matterId: null }, citations)),
  ];
}

function rest(
  subject: Pick<AffectedSubject, 'subjectType' | 'subjectId' | 'title' | 'matterId'>,
  { lawId, versionId, changedOn, articles }: ChangedLaw,
  article: string,
  citation: string,
): AffectedSubject[] {
  const change = articles.get(article);
  return change === undefined ? [] : [{ ...subject, lawId, versionId, article, citation, change, changedOn }];
}

const once = (found: AffectedSubject[]): AffectedSubject[] => [
  ...new Map(found.map((one) => [`${one.versionId}|${one.article}`, one])).values(),
];

/** A document may be worked on after the answer has gone. */
const isOpenDocument = and(eq(drafts.kind, 'document'), eq(drafts.status, 'ready'), ne(matters.status, 'archived'));

/** By the numbers of their matters alone: who keeps the law does not read what has not been answered. */
async function openDrafts(tx: Transaction) {
  const found = await tx
    .select({
      subjectId: drafts.id,
      matterId: drafts.matterId,
      title: matters.number,
      citations: revisions.citations,
    })
    .from(drafts)
    .innerJoin(matters, eq(matters.id, drafts.matterId))
    .innerJoin(revisions, eq(revisions.draftId, drafts.id))
    .where(
      and(
        inArray(drafts.status, ['ready', 'approved']),
        or(inArray(matters.status, ['in-review', 'approved']), isOpenDocument),
      ),
    )
    .orderBy(desc(revisions.number));
  const newest = new Map<string, (typeof found)[number]>();
  for (const row of found) if (!newest.has(row.subjectId)) newest.set(row.subjectId, row);
  return [...newest.values()].map((draft) => ({ ...draft, subjectType: 'draft' as const }));
}

async function sentAnswers(tx: Transaction, since: Date) {
  const found = await tx
    .select({
      subjectId: messages.id,
      matterId: messages.matterId,
      citations: messages.citations,
      number: matters.number,
      subject: matters.subject,
    })
    .from(messages)
    .innerJoin(matters, eq(matters.id, messages.matterId))
    .where(and(eq(messages.direction, 'outbound'), gte(messages.createdAt, since)));
  return found.map(({ number, subject, ...answer }) => ({
    ...answer,
    subjectType: 'answer' as const,
    title: `${number} ${subject}`,
  }));
}

/** Also those that are held: what changes while they wait must be looked at before they come back. */
async function standingCases(tx: Transaction) {
  const { id, title, matterId, citations } = answeredCases;
  const found = await tx
    .select({ subjectId: id, title, matterId, citations })
    .from(answeredCases)
    .where(inArray(answeredCases.status, ['active', 'held']));
  return found.map((one) => ({ ...one, subjectType: 'case' as const }));
}
