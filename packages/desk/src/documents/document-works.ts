import type {
  ContractType,
  DocumentField,
  FieldProblem,
  FieldValues,
  MissingField,
  ReadingProgress,
  ReviewedContract,
  ReviewFinding,
  TemplateSummary,
} from '@lutai/contracts';

/** A template filled with values. `text` is what is checked, searched and signed: a line for each paragraph. */
export type FilledDocument = {
  title: string;
  text: string;
  /** What must go with it or be done with it. */
  notice: string[];
  fields: DocumentField[];
  missing: MissingField[];
  problems: FieldProblem[];
};

/** What a labelled copy says of itself. */
export type CopyLabel = {
  /** The matter's number for people. */
  number: string;
  revisionId: string;
  contentHash: string;
  approval: { by: string; at: Date } | null;
  writtenAt: Date;
};

/** The text of a contract, the format that it was read as, and what a reader must know of both. */
export type ReadFile = { text: string; format: string; notes: string[] };
export type ContractFile = { name: string; bytes: Uint8Array };
/** `format` as it was read. */
export type SourceFile = ContractFile & { format: string };
/** Everything but what the desk adds: whose word each finding has. */
export type ProposedReview = Omit<ReviewedContract, 'types' | 'text' | 'readNotes' | 'findings'> & {
  findings: Omit<ReviewFinding, 'decision'>[];
};
/** A finding that is put into the contract, with the wording that was decided on. */
export type AcceptedFinding = Omit<ReviewFinding, 'decision'>;

export type UnplacedFinding = { index: number; message: string };

/** The work on files, done outside the desk. What cannot be done throws `DeskError` with the reason. */
export type DocumentWorks = {
  templates(): TemplateSummary[];
  /** What facts of the matter tell of the form; facts go by name (`client`, `sum`, `today` …). */
  prefill(templateId: string, facts: Readonly<Record<string, unknown>>): FieldValues;
  /** Nothing throws on what is entered: a value of the wrong shape is a problem. */
  fill(templateId: string, values: FieldValues): FilledDocument;
  /** The copy that an approval signs and that is sent. */
  write(templateId: string, values: FieldValues, writtenAt: Date): Promise<Uint8Array>;
  /** A copy to be looked at, which says whether it was approved. */
  writeLabelled(
    templateId: string,
    values: FieldValues,
    format: 'docx' | 'html',
    label: CopyLabel,
  ): Promise<Uint8Array>;
  /** A contract that was sent in; null where pages of it are pictures, which take `recognise` to be read. */
  read(file: ContractFile): Promise<ReadFile | null>;
  /** As `read`, pictures and scanned pages included: minutes. Rejects with the signal's reason. */
  recognise(
    file: ContractFile,
    options: { signal: AbortSignal; onProgress: (progress: ReadingProgress) => void },
  ): Promise<ReadFile>;
  contractTypes(): ContractType[];
  review(
    text: string,
    options: { asOf: string; type?: string | undefined; side?: string | undefined },
  ): Promise<ProposedReview>;
  /**
   * The contract as DOCX with a comment for each finding and its wording as a tracked change. `unplaced` are those that
   * could not be written in, by their place in `findings`, each with the reason.
   */
  annotate(
    source: SourceFile,
    text: string,
    findings: readonly AcceptedFinding[],
    by: { author: string; at: Date },
  ): Promise<{ bytes: Uint8Array; unplaced: UnplacedFinding[] }>;
};
