import type { Database, Transaction } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import type { CheckText } from '../drafting/drafter.ts';

/** Stores one answered case and puts it into the index; `audit` is to run in the transaction that stores it. */
export type AddAnsweredCase = (
  record: {
    title: string;
    question: string;
    answer: string;
    area: string | null;
    /** Canonical citations, all checked. */
    citations: string[];
    matterId: string;
  },
  audit: (tx: Transaction, caseId: string) => Promise<void>,
) => Promise<{ caseId: string }>;

export type PublishCaseDeps = { db: Database; now: () => Date; checkText: CheckText; addAnsweredCase: AddAnsweredCase };
export type PublishCaseInput = { actor: Actor; matterId: string; title: string; question: string; answer: string };

export async function publishCase(deps: PublishCaseDeps, input: PublishCaseInput): Promise<{ caseId: string }> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
