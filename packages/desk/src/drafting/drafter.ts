import type {
  CaseHit,
  Citation,
  Deadline,
  DraftContent,
  EnteredEvent,
  FactsDateReading,
  Importance,
  MissingFact,
  ReadFacts,
  Route,
  SearchHit,
  TraceCall,
  TraceCheck,
  TraceClaim,
  TraceRepair,
  Triage,
} from '@lutai/contracts';
import type { ModelHelp } from '../corpus/search/model/index.ts';
import type { Masker } from '../privacy/index.ts';
import type { AreaStep } from './area-schema.ts';
import type { AnsweredText } from './risk/index.ts';
import type { UsableTopic } from './topics/usable-topics.ts';

export type DraftStep = 'triage' | 'retrieve' | 'write' | 'check' | 'done';

/** An earlier message of the matter, oldest first. */
export type ConversationTurn = { from: 'client' | 'desk'; text: string };

export type Retrieved = {
  hits: SearchHit[];
  cases: CaseHit[];
  /** Cosine of question and nearest provision: how near the corpus comes at all. Absent where the index does not tell. */
  nearest?: number;
  /** What a language model did for the search, where it was to help. */
  modelHelp?: ModelHelp;
};
export type Retrieve = (input: {
  question: string;
  /** Day on which the law must be in force, `YYYY-MM-DD`. */
  asOf: string;
  k: number;
  caseCount: number;
  /** Let the language model help where one is set up for it; not by default: it takes seconds. */
  withModel?: boolean;
  signal?: AbortSignal;
}) => Promise<Retrieved>;
export type CheckText = (text: string, asOf: string) => Promise<Citation[]>;

/** What a client wrote on the day `askedOn` (`YYYY-MM-DD`), from which 昨天 is counted. */
export type DatedText = { text: string; askedOn: string };

export type DraftAnswerInput = {
  question: string;
  conversation: ConversationTurn[];
  /** Every message of the client with its day; all of today when left out. */
  said?: DatedText[];
  /** Day of the facts; null means today, or what `reading` gives. */
  asOf: string | null;
  /** How that day was read from the client's words; absent where a person gave it. */
  reading?: FactsDateReading | null;
  importance: Importance;
  /** What an agent entered of what happened when; the deadlines are counted with it. */
  entered?: EnteredEvent[];
  /** A triage that was already made and stored; it is kept as it is. */
  triage?: Triage;
  /** Names that are known beforehand (the client's own); they are masked before anything leaves the house. */
  knownNames?: string[];
  /** What was answered to the same client before, newest first. */
  earlierAnswers?: AnsweredText[];
};

export type DraftAnswerOptions = {
  signal?: AbortSignal;
  onStep?: (step: DraftStep, detail: string) => void;
  /** Grows with the visible text of the draft as it is written; each call carries the whole text so far. */
  onText?: (text: string) => void;
};

export type DrafterOptions = Pick<DraftAnswerOptions, 'signal' | 'onText'>;

/** What a drafter may write from. What it cites has been checked to exist in the corpus; nothing else may be cited. */
export type DraftingInput = {
  question: string;
  conversation: ConversationTurn[];
  asOf: string;
  today: string;
  triage: Triage;
  facts: ReadFacts;
  /** Topics of the question whose data stand on that day, best first, at most two. */
  topics: UsableTopic[];
  guidance: AreaGuidance;
  hits: SearchHit[];
  cases: CaseHit[];
  nearest: number | null;
  /** Weight of the keywords of the area that the client's words speak of most; 0 where they speak of none. */
  areaScore: number;
  /** For a drafter that looks further. */
  retrieve: Retrieve;
  /** Takes out personal data before anything goes to an outside model, and puts it back. */
  masker: Masker;
};

/** What the area's data says for one question: narrowed by `when`, and only what the corpus supports. */
export type AreaGuidance = {
  /** At most three, the most telling first. */
  missingFacts: MissingFact[];
  steps: AreaStep[];
  evidence: string[];
  deadlines: Deadline[];
};

/** A sentence of the answer with what it rests on; `words` are the provision's own. */
export type WrittenClaim = {
  part: TraceClaim['part'];
  text: string;
  provisions: { hit: SearchHit; words: string | null }[];
};

/** What a drafter wrote, in parts: the text is put together from them in one place. */
export type WrittenDraft = Pick<DraftContent, 'outcome' | 'model' | 'promptVersion' | 'notices'> & {
  /** Other than `answer` where the drafter found that it must not or cannot answer. */
  route: Route;
  /** Markdown. */
  conclusion: string;
  claims: WrittenClaim[];
  /** Sums that were recomputed, a line each. */
  calculations: string[];
  guidance: AreaGuidance;
  /** The provisions that the text rests on, each once. */
  provisions: SearchHit[];
  /** Found by looking further, beyond the hits given. */
  further: SearchHit[];
  /** Sentences that were written and not kept. */
  dropped: WrittenClaim[];
  checks: TraceCheck[];
  repair: TraceRepair | null;
  calls: TraceCall[];
};

export type Drafter = {
  kind: DraftContent['drafter'];
  /** Throws when it cannot write; the caller then turns to its fallback. */
  draft(input: DraftingInput, options: DrafterOptions): Promise<WrittenDraft>;
};
