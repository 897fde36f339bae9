import { z } from 'zod';
import { findingSchema, revisionSchema } from './draft.ts';
import { riskLevelSchema } from './trace.ts';
import { momentSchema } from './words.ts';

/** `drafted` is filled in from a template, `reviewed` is a contract that was sent in, with what was found in it. */
export const documentKinds = ['drafted', 'reviewed'] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/**
 * `reading`: its pages are being recognised, `unreadable`: they could not be. `open` is worked on, `approved` waits for its
 * delivery. A delivered or discarded one no longer changes.
 */
export const documentStatuses = ['reading', 'unreadable', 'open', 'approved', 'delivered', 'discarded'] as const;
export const documentStatusSchema = z.enum(documentStatuses);
export type DocumentStatus = z.infer<typeof documentStatusSchema>;

const simpleFieldTypes = ['text', 'long-text', 'money', 'date', 'number', 'choice'] as const;
export const fieldTypes = [...simpleFieldTypes, 'person', 'organisation', 'party', 'rows'] as const;
export const fieldTypeSchema = z.enum(fieldTypes);
export type FieldType = z.infer<typeof fieldTypeSchema>;

const field = {
  key: z.string(),
  label: z.string(),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  hint: z.string().optional(),
};

/**
 * A typed blank of a template. As JSON: money is a number of yuan, a date `YYYY-MM-DD`, `rows` a list of objects by
 * column, a party `{kind: 'person' | 'organisation', …parts}`; with `many` a list of parties.
 */
export const documentFieldSchema = z.object({
  ...field,
  type: fieldTypeSchema,
  /** In plain words, to the client. */
  question: z.string(),
  many: z.boolean(),
  /** The parts by which a party must be known, beside the name. */
  needs: z.object({ person: z.array(z.string()), organisation: z.array(z.string()) }),
  columns: z.array(z.object({ ...field, type: z.enum(simpleFieldTypes) })).optional(),
  /** Whether it is asked for with the values as they are; what is not is not written. */
  asked: z.boolean(),
});
export type DocumentField = z.infer<typeof documentFieldSchema>;

/** What a party may be known by, in the order of a form. `sex` is 男 or 女, `birth` a date. */
export const personParts = ['name', 'sex', 'birth', 'nation', 'idNumber', 'work', 'address', 'phone'] as const;
export const organisationParts = ['name', 'creditCode', 'address', 'representative', 'post', 'phone'] as const;

export const fieldValuesSchema = z.record(z.string().max(100), z.unknown());
export type FieldValues = z.infer<typeof fieldValuesSchema>;

export const templateSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  purpose: z.string(),
  usedBy: z.string(),
  provisions: z.array(z.string()),
  fields: z.number().int(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;
export const templateListSchema = z.object({ templates: z.array(templateSummarySchema) });

/** `key` is `field`, `field.part` of a party, or `field.2.column` of the second row. */
export const missingFieldSchema = z.object({ key: z.string(), label: z.string(), question: z.string() });
export type MissingField = z.infer<typeof missingFieldSchema>;

/** Something that does not hold between the values; an `error` stands in the way of the approval. */
export const fieldProblemSchema = z.object({
  fields: z.array(z.string()),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  provision: z.string().nullable(),
});
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

export const findingDecisions = ['accepted', 'rejected'] as const;
export const findingDecisionSchema = z.enum(findingDecisions);

export const reviewFindingKinds = [
  'missing',
  'void',
  'voidable',
  'one-sided',
  'excessive',
  'contradiction',
  'citation',
] as const;
export const reviewFindingKindSchema = z.enum(reviewFindingKinds);

/** One finding of a contract's review. `start`/`end` are UTF-16 offsets into the contract's text; null: it is missing. */
export const reviewFindingSchema = z.object({
  key: z.string(),
  kind: reviewFindingKindSchema,
  risk: riskLevelSchema,
  title: z.string(),
  /** Label of the clause (第三条, 二、); null where it is about the whole contract. */
  clause: z.string().nullable(),
  quote: z.string().nullable(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  why: z.string(),
  /** Canonical citations that it rests on. */
  provisions: z.array(z.string()),
  /** `text` takes the place of the quote, or is put in as a clause of its own; it is empty for `delete`. */
  suggestion: z.object({ action: z.enum(['replace', 'insert', 'delete']), text: z.string() }),
  /** `suggestion` is the agent's own wording, or null where the proposed one is taken as it is. */
  decision: z
    .object({
      decision: findingDecisionSchema,
      suggestion: z.string().nullable(),
      byName: z.string(),
      at: momentSchema,
    })
    .nullable(),
});
export type ReviewFinding = z.infer<typeof reviewFindingSchema>;

const named = { id: z.string(), name: z.string() };
/** `sides` are whose interest may count. */
export const contractTypeSchema = z.object({ ...named, sides: z.array(z.object(named)) });
export type ContractType = z.infer<typeof contractTypeSchema>;

/** A contract that was sent in. */
export const reviewedContractSchema = z.object({
  type: z.string(),
  /** How the type was recognised. */
  typeReason: z.string(),
  /** Whose interest counts; null: everybody's. */
  side: z.string().nullable(),
  /** What was left out of the file or taken for something else when it was read. */
  readNotes: z.array(z.string()),
  /** What else was said about the review: where only the beginning was read, which rate is not known. */
  notes: z.array(z.string()),
  /** The types that can be reviewed. */
  types: z.array(contractTypeSchema),
  text: z.string(),
  findings: z.array(reviewFindingSchema),
});
export type ReviewedContract = z.infer<typeof reviewedContractSchema>;

/** The page that is being recognised, counted from 1 among the scanned ones. */
export const readingProgressSchema = z.object({ page: z.number().int(), pages: z.number().int() });
export type ReadingProgress = z.infer<typeof readingProgressSchema>;

export const sourceFileSchema = z.object({ name: z.string(), sha256: z.string(), format: z.string() });

export const documentSummarySchema = z.object({
  id: z.string(),
  matterId: z.string(),
  kind: documentKindSchema,
  templateId: z.string().nullable(),
  title: z.string(),
  status: documentStatusSchema,
  /** Fields that still lack something; findings of a review that nobody has decided. */
  missing: z.number().int(),
  undecided: z.number().int(),
  /** Whether the client is asked to fill in fields. */
  requested: z.boolean(),
  /** How far its recognition is; null before the first page, and for what is not `reading`. */
  reading: readingProgressSchema.nullable(),
  /** Why it is `unreadable`, a sentence; null where it is not. */
  failure: z.string().nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;
export const documentListSchema = z.object({ documents: z.array(documentSummarySchema) });
export type DocumentList = z.infer<typeof documentListSchema>;

/**
 * One document. A client sees of it: the fields that it is asked for with their values, what is missing of these, and
 * `revision` once that was delivered; everything else is null or empty for them.
 */
export const documentDetailSchema = documentSummarySchema
  .omit({ missing: true, undecided: true, requested: true })
  .extend({
    /** The draft under which its text is checked: rulings on `findings` go to `/drafts/{draftId}/findings/…`. */
    draftId: z.string().nullable(),
    createdByName: z.string(),
    /** To be named by whoever saves: the newest revision; empty while there is none. */
    baseRevisionId: z.string(),
    source: sourceFileSchema.nullable(),
    /** What must go with it or be done with it, for who uses it. */
    notice: z.array(z.string()),
    fields: z.array(documentFieldSchema),
    values: fieldValuesSchema,
    missing: z.array(missingFieldSchema),
    problems: z.array(fieldProblemSchema),
    /** Keys of the fields that the client may fill in. */
    requestedFields: z.array(z.string()),
    contract: reviewedContractSchema.nullable(),
    revision: revisionSchema.nullable(),
    /** What the check of the revision's citations found. */
    findings: z.array(findingSchema),
    /** Why it cannot be approved as it is, a sentence each; empty where it can. */
    obstacles: z.array(z.string()),
    revisions: z.array(
      revisionSchema.pick({ id: true, number: true, authorName: true, createdAt: true, contentHash: true }),
    ),
    /** The outbound message that it was delivered with. */
    messageId: z.string().nullable(),
  });
export type DocumentDetail = z.infer<typeof documentDetailSchema>;

export const startDocumentRequestSchema = z.object({
  templateId: z.string().min(1).max(100),
  /** Takes the values of another document of the same template, to correct one that was delivered. */
  copyOf: z.string().max(100).optional(),
});
/** `values` replaces field by field; null empties one. */
export const fillDocumentRequestSchema = z.object({ baseRevisionId: z.string(), values: fieldValuesSchema });
/** The form as it stands, over the saved values field by field; null empties one. */
export const previewDocumentRequestSchema = z.object({ values: fieldValuesSchema });
/**
 * A document as it would be with them: the page as it is printed, the form, what is missing and what does not hold.
 * `obstacles` are those that follow from the values alone.
 */
export const documentPreviewSchema = documentDetailSchema
  .pick({ fields: true, missing: true, problems: true, obstacles: true })
  .extend({ html: z.string() });
export type DocumentPreview = z.infer<typeof documentPreviewSchema>;
/** Without any the client is no longer asked. */
export const requestFieldsRequestSchema = z.object({ fields: z.array(z.string().min(1).max(100)).max(100) });
/** `type`: one of the contract's `types`; left out, it is recognised. */
export const reviewDocumentRequestSchema = z.object({
  baseRevisionId: z.string(),
  type: z.string().max(100).optional(),
  /** One of the type's `sides`; left out, everybody's interest counts. */
  side: z.string().max(100).optional(),
});
export const decideFindingRequestSchema = z.object({
  baseRevisionId: z.string(),
  /** null takes a decision back. */
  decision: findingDecisionSchema.nullable(),
  suggestion: z.string().trim().max(5_000).nullable().default(null),
});
/** Beside the file that opens a matter: what it is about, and a key under which the same file twice is the same matter. */
export const sendContractRequestSchema = z.object({
  note: z.string().trim().max(5_000).optional(),
  idempotencyKey: z.string().min(8).max(100).optional(),
});
export const uploadedContractSchema = z.object({
  document: documentDetailSchema,
  /** Whether the same file was there already. */
  duplicate: z.boolean(),
});
