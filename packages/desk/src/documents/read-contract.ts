import { chinaDay } from '../drafting/china-day.ts';
import { storableText } from '../matters/storable-text.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentDeps } from './document-deps.ts';
import { sha256Of } from './document-files.ts';
import type { ContractFile, ReadFile } from './document-works.ts';
import type { FirstRevision } from './open-document.ts';
import { reviewedContent } from './reviewed-content.ts';

export type ReviewedContract = { read: { format: string; text: string }; first: FirstRevision };
/** A contract as it was sent in, not stored yet; `reviewed` is null where its pages must be recognised first. */
export type ReadContract = {
  title: string;
  source: { sha256: string; name: string };
  bytes: Uint8Array;
  reviewed: ReviewedContract | null;
};

export type ReadContractDeps = Pick<DocumentDeps, 'works' | 'checkText' | 'now'>;

export const nameOfContract = ({ name }: ContractFile): string => storableText(name).slice(-200);

/** Reads a contract and reviews it, unless it must be recognised. Throws `unsupported-file` or `too-large` with the reason. */
export async function readContract(deps: ReadContractDeps, file: ContractFile): Promise<ReadContract> {
  const read = await deps.works.read(file);
  const name = nameOfContract(file);
  const title = name.replace(/\.[a-z]{2,8}$/iu, '').slice(0, 100) || '合同';
  const source = { sha256: sha256Of(file.bytes), name };
  return { title, source, bytes: file.bytes, reviewed: read && (await reviewContract(deps, { title, file, read })) };
}

/** Holds what was read against the checklist of its type, and writes the opinion on it. */
export async function reviewContract(
  deps: ReadContractDeps,
  { title, file, read }: { title: string; file: ContractFile; read: ReadFile },
): Promise<ReviewedContract> {
  const text = storableText(read.text);
  const asOf = chinaDay(deps.now());
  const { findings, ...review } = await deps.works.review(text, { asOf });
  const undecided = findings.map((finding) => ({ ...finding, decision: null }));
  const reviewed = { title, file: { ...file, format: read.format }, text };
  const readNotes = read.notes.map(storableText);
  const content = await reviewedContent(deps, reviewed, { ...review, readNotes, findings: undecided });
  const citations = await checkDocument(deps.checkText, { ...content, source: text }, asOf);
  return { read: { format: read.format, text }, first: { content, citations, authorId: null } };
}
