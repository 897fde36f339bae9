import type {
  CiteCheckResponse,
  CorpusStatus,
  DraftContent,
  IngestReport,
  MatterDetail,
  SearchResponse,
  Turn,
  User,
} from '@lutai/contracts';
import type { Step } from '../output/progress.ts';

export type LongWork = { signal: AbortSignal; onProgress: (step: Step) => void };
type NewUser = { name: string; email: string; password: string; role: string; level: string | null };

/** What the commands need of a desk, whether this process opens it or a running server has it. */
export type DeskAccess = {
  search(input: { question: string; k: number; asOf: string | null }): Promise<SearchResponse>;
  ask(
    input: { question: string; conversation?: Turn[]; factsDate: string | null },
    signal: AbortSignal,
  ): Promise<DraftContent>;
  citeCheck(input: { text: string; asOf: string | null }): Promise<CiteCheckResponse>;
  ingest(input: { paths: string[]; kind: 'laws' | 'cases' }, work: LongWork): Promise<IngestReport>;
  reindex(work: LongWork): Promise<CorpusStatus>;
  status(): Promise<CorpusStatus>;
  /** Laws and cases that come with the program; does nothing where they are missing or other laws are there. */
  loadStarterCorpus(work: LongWork): Promise<void>;
  /** Writes a copy of the database into the folder and gives the file's path. */
  backup(folder: string): Promise<string>;
  addUser(user: NewUser): Promise<User>;
  /** Signs the text with this hash in an account's name; without a hash gives the matter to be read. */
  approve(input: { matter: string; email: string; contentHash: string | null }): Promise<MatterDetail>;
  close(): Promise<void>;
};
