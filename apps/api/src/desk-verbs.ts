import type {
  CiteCheckResponse,
  CorpusStatus,
  DraftContent,
  IngestReport,
  SearchResponse,
  Turn,
} from '@lutai/contracts';
import type { Actor, Work } from '@lutai/desk';

/** Files of this machine, or files that were sent here. */
export type IngestSource = { paths: string[] } | { files: { name: string; bytes: Uint8Array }[] };
export type CorpusKind = 'laws' | 'cases';

/** Verbs of the desk that both the routes and the command line use, their own dependencies applied. */
export type DeskVerbs = {
  search(input: { question: string; k: number; asOf: string | null }, work?: Work): Promise<SearchResponse>;
  ask(input: { question: string; conversation?: Turn[]; factsDate: string | null }, work?: Work): Promise<DraftContent>;
  citeCheck(input: { text: string; asOf: string | null }): Promise<CiteCheckResponse>;
  status(): Promise<CorpusStatus>;
  /** Reads the files and brings the index up to date, here and now. */
  ingest(input: IngestSource & { kind: CorpusKind; actor: Actor }, work?: Work): Promise<IngestReport>;
  reindex(work?: Work): Promise<void>;
  /** Opens the saved index, or builds it where it does not fit the corpus; the other verbs do so when they must. */
  openIndex(work?: Work): Promise<void>;
  /** Reads the laws and cases that come with the program. It takes nothing from what is there, and may be repeated. */
  loadStarterCorpus(work?: Work): Promise<void>;
  /** The same as jobs, for who does not wait. */
  startIngest(input: { paths: string[]; kind: CorpusKind; actor: Actor; spool?: boolean }): Promise<{ jobId: string }>;
  startReindex(input: { actor: Actor }): Promise<{ jobId: string }>;
};
