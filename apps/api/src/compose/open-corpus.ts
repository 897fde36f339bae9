import type { CiteCheckResponse, CorpusStatus, IngestReport, SearchResponse } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor, AddAnsweredCase, CheckText, Retrieve } from '@lutai/desk';
import type { CorpusKind, IngestSource, Work } from '../desk-verbs.ts';
import type { Environment } from '../env.ts';

export type OpenCorpus = {
  retrieve: Retrieve;
  checkText: CheckText;
  addAnsweredCase: AddAnsweredCase;
  search(input: { question: string; k: number; asOf: string | null }, work?: Work): Promise<SearchResponse>;
  citeCheck(input: { text: string; asOf: string | null }): Promise<CiteCheckResponse>;
  status(): Promise<Omit<CorpusStatus, 'drafter'>>;
  ingest(input: IngestSource & { kind: CorpusKind; actor: Actor }, work?: Work): Promise<IngestReport>;
  reindex(work?: Work): Promise<void>;
  loadStarter(work?: Work): Promise<void>;
};

export type OpenCorpusDeps = Pick<Environment, 'dataFolder' | 'embeddingModel' | 'endpoint'> & {
  db: Database;
  now: () => Date;
  newId: () => string;
  repository: string;
};

export async function openCorpus(deps: OpenCorpusDeps): Promise<OpenCorpus> {
  throw new Error(`not built yet: ${deps.dataFolder}`);
}
