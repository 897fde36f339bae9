import type {
  CaseHit,
  Citation,
  Deadline,
  DraftContent,
  EnteredEvent,
  FactsDateReading,
  Importance,
  MissingFact,
  SearchHit,
  Triage,
} from '@lutai/contracts';
import type { ModelHelp } from '../corpus/search/model/index.ts';
import type { AreaStep } from './area-schema.ts';

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
  guidance: AreaGuidance;
  hits: SearchHit[];
  cases: CaseHit[];
  nearest: number | null;
  /** Weight of the keywords of the area that the client's words speak of most; 0 where they speak of none. */
  areaScore: number;
  /** For a drafter that looks further. */
  retrieve: Retrieve;
};

/** What the area's data says for one question: narrowed by `when`, and only what the corpus supports. */
export type AreaGuidance = {
  /** At most three, the most telling first. */
  missingFacts: MissingFact[];
  steps: AreaStep[];
  evidence: string[];
  deadlines: Deadline[];
};

export type WrittenDraft = Pick<
  DraftContent,
  'outcome' | 'text' | 'claims' | 'missingFacts' | 'deadlines' | 'model' | 'promptVersion' | 'notices'
> & {
  /** The provisions that the text rests on. */
  provisions: SearchHit[];
};

export type Drafter = {
  kind: DraftContent['drafter'];
  /** Throws when it cannot write; the caller then turns to its fallback. */
  draft(input: DraftingInput, options: DrafterOptions): Promise<WrittenDraft>;
};
