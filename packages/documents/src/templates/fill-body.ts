import { allHold } from './conditions.ts';
import type { BlockKind, DocumentBlock, DocumentSpan } from './document-tree.ts';
import type { Field } from './field-schema.ts';
import { awaitedWords, fillWords, type Scope } from './fill-words.ts';
import type { Values } from './missing-fields.ts';
import { createNumbering } from './number-blocks.ts';
import { known, partyLines, partySentences, signPlaces, toBeAdded } from './party-blocks.ts';
import type { BodyBlock, Template, Words } from './template-schema.ts';

/** A block that is numbered and not yet worded; what a field alone writes comes ready. */
interface Laid {
  kind: BlockKind;
  mark: string;
  words: Words;
  row?: Scope['row'];
}

/** The blocks of a filled body, and the ids that were referred to and left out. */
export function fillBody(template: Template, values: Values): { blocks: DocumentBlock[]; unknownNumbers: string[] } {
  const fields = new Map(template.fields.map((field) => [field.key, field]));
  const numbers = new Map<string, string>();
  const number = createNumbering();
  const unknownNumbers: string[] = [];
  const onUnknownNumber = (id: string) => unknownNumbers.push(id);
  const shared = { fields, values, numbers, onUnknownNumber, awaited: new Set<string>() };
  const laid: (Laid | DocumentBlock)[] = [];
  const lay = (kind: BlockKind, words: Words, id: string | undefined, row?: Scope['row']) => {
    const numbered = number(kind);
    laid.push({ kind, mark: numbered?.mark ?? '', words, ...(row ? { row } : {}) });
    if (id === undefined || numbered === null) return;
    if (!numbers.has(id)) numbers.set(id, numbered.number);
    const [first, last] = [numbers.get(id), numbered.number].map((each) => `第${each}${numbered.unit}`);
    numbers.set(`${id}-range`, first === last ? `${last}` : `${first}至${last}`);
  };
  for (const block of template.body) {
    if (!allHold(block.when, values)) {
      for (const text of awaitedWords(block.when, shared)) {
        lay(kindOfAwaited(block), [{ text, when: [] }], 'id' in block ? block.id : undefined);
      }
    } else if (block.block === 'each') {
      for (const row of rowsOf(fields.get(block.rows), values)) lay(block.as, block.text, block.id, row);
    } else if (block.block === 'parties' || block.block === 'sign') {
      const role = fillWords([{ text: block.role, when: [] }], shared);
      laid.push(...partyBlocks(block, role.map(({ text }) => text).join(''), fields, values));
    } else lay(block.block, block.text, block.id);
  }
  const blocks = laid.flatMap((block) => {
    if ('spans' in block) return [block];
    const scope: Scope = { ...shared, ...(block.row ? { row: block.row } : {}) };
    const spans = fillWords(block.words, scope);
    return linesOf(block.kind, block.mark === '' ? spans : [known(block.mark), ...spans]);
  });
  return { blocks: blocks.map(closedList).map(closedParagraph), unknownNumbers };
}

/** What somebody typed as a paragraph of its own may lack its stop. */
function closedParagraph(block: DocumentBlock): DocumentBlock {
  const last = block.spans.at(-1);
  if (block.kind !== 'paragraph' || last === undefined || last.missing) return block;
  if (!/[\p{L}\p{N}）)」”’》%]$/u.test(last.text)) return block;
  return { ...block, spans: [...block.spans, known('。')] };
}

/** What a block is shown as while nothing says whether it is to be there. */
function kindOfAwaited(block: BodyBlock): BlockKind {
  const kind = block.block === 'each' ? block.as : block.block;
  return kind === 'title' || kind === 'item' ? kind : 'paragraph';
}

/** The last of a list ends in 。 where the rows before it end in ； */
function closedList(block: DocumentBlock, at: number, all: readonly DocumentBlock[]): DocumentBlock {
  const last = block.spans.at(-1);
  const isLast = ['item', 'line', 'attachment'].includes(block.kind) && all[at + 1]?.kind !== block.kind;
  if (!isLast || last === undefined || last.missing || !last.text.endsWith('；')) return block;
  return { ...block, spans: [...block.spans.slice(0, -1), { ...last, text: `${last.text.slice(0, -1)}。` }] };
}

function rowsOf(field: Field | undefined, values: Values): NonNullable<Scope['row']>[] {
  if (field === undefined) return [];
  const rows = values[field.key];
  // Values were parsed with the field's schema before they come here; a form without rows shows what one would hold.
  const cells = Array.isArray(rows) && rows.length > 0 ? (rows as Record<string, unknown>[]) : [{}];
  return cells.map((row) => ({ field, cells: row }));
}

function partyBlocks(
  block: Extract<BodyBlock, { block: 'parties' | 'sign' }>,
  role: string,
  fields: ReadonlyMap<string, Field>,
  values: Values,
): DocumentBlock[] {
  const field = fields.get(block.field);
  if (field === undefined) return [{ kind: 'party', spans: [toBeAdded(role)] }];
  const side = { field, role, value: values[field.key] };
  if (block.block === 'sign') return signPlaces(side);
  return block.style === 'lines' ? partyLines(side) : partySentences(side);
}

/** A line end within a value begins a paragraph; what follows the first one is plain. */
function linesOf(kind: BlockKind, spans: readonly DocumentSpan[]): DocumentBlock[] {
  const lines: DocumentSpan[][] = [[]];
  for (const span of spans) {
    for (const [at, text] of span.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...span, text: at > 0 ? text.trimStart() : text });
    }
  }
  return lines
    .filter((line) => line.some(({ text }) => text.trim() !== ''))
    .map((line, at) => ({ kind: at === 0 ? kind : followingKind(kind), spans: line }));
}

const followingKind = (kind: BlockKind): BlockKind => (kind === 'line' || kind === 'addressee' ? kind : 'paragraph');
