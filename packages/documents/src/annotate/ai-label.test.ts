import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { annotateDocx } from './annotate-docx.ts';
import { annotateText } from './annotate-text.ts';
import type { Annotation, AnnotationAuthor } from './annotation.ts';
import { readAnnotations } from './read-annotations.ts';
import { lines, partsOf, wordFile, xmlOf } from './testing/word-file.ts';

const by: AnnotationAuthor = {
  author: '律台',
  date: new Date('2026-11-23T17:00:00Z'),
  madeByAi: { producer: 'Lutai Desk' },
};
const contract = ['房屋租赁合同', '第一条 租金每月5000元，押一付三。', '第二条 甲方有权随时解除合同。'];
const notes: Annotation[] = [
  { quote: { text: '没有的话' }, comment: '无' },
  { quote: { text: '押一付三' }, comment: '押金过高', change: { action: 'replace', text: '押一付一' } },
  { quote: { text: '房屋租赁合同' }, comment: '标题', change: { action: 'delete' } },
];

const relations = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>${inner}</Relationships>`;
const custom = (inner: string) =>
  `<op:Properties xmlns:op="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:v="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${inner}</op:Properties>`;
const property = (pid: number, name: string, value: string) =>
  `<op:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}"><v:lpwstr>${value}</v:lpwstr></op:property>`;

function properties(docx: Uint8Array, part = 'docProps/custom.xml'): [string, string][] {
  const found = xmlOf(docx, part).matchAll(/name="([^"]*)"[^>]*><(\w+):lpwstr[^>]*>([^<]*)<\/\2:lpwstr>/g);
  return [...found].map(([, name = '', , value = '']) => [name, value.replaceAll('&quot;', '"')]);
}

describe('a contract that a machine annotated', () => {
  const { docx, unplaced } = annotateDocx(wordFile(lines(...contract)), notes, by);

  it('says so in its first comment and in the name of the author, and leaves the words of the contract alone', () => {
    const read = readAnnotations(docx);
    expect(read.comments[0]?.quoted).toBe('房屋租赁合同');
    expect(read.comments[0]?.text).toMatch(/^本文件的批注和修订由律台以人工智能辅助生成，2026年11月24日。/);
    expect(read.comments.slice(1).map(({ text }) => text)).toEqual(['押金过高', '标题']);
    const signed = [...read.comments, ...read.insertions, ...read.deletions].map(({ author }) => author);
    expect(new Set(signed)).toEqual(new Set(['律台（AI 辅助）']));
    expect(read.originalText).toBe(contract.join('\n'));
    expect(unplaced).toMatchObject([{ index: 0, note: notes[0] }]);
  });

  it('carries the implicit label, which names these very annotations', () => {
    const [[name = '', value = ''] = []] = properties(docx);
    expect(name).toBe('AIGC');
    const label = JSON.parse(value);
    expect(label).toEqual({
      Label: '1',
      ContentProducer: 'LutaiDesk',
      ProduceID: expect.stringMatching(/^[0-9a-f]{64}$/),
      ReservedCode1: '',
      ContentPropagator: 'LutaiDesk',
      PropagateID: label.ProduceID,
      ReservedCode2: '',
    });
    expect(xmlOf(docx, '_rels/.rels')).toMatch(/relationships\/custom-properties" Target="docProps\/custom.xml"/);
    expect(xmlOf(docx, '[Content_Types].xml')).toContain('PartName="/docProps/custom.xml"');
    const other = annotateDocx(wordFile(lines(...contract)), notes.slice(1), by);
    expect(JSON.parse(properties(other.docx)[0]?.[1] ?? '').ProduceID).not.toBe(label.ProduceID);
    expect(annotateDocx(wordFile(lines(...contract)), notes, by).docx).toEqual(docx);
  });

  it('is read by another library', async () => {
    const styleMap = ['comment-reference => sup'];
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, { styleMap });
    expect(value).toMatch(/<dd[^>]*><p>本文件的批注和修订由律台以人工智能辅助生成/);
  });

  it('keeps the properties and the label that it came with', () => {
    const mine = '{&quot;Label&quot;:&quot;2&quot;}';
    const file = wordFile(lines(...contract), {
      '_rels/.rels': relations(
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="/docProps/own.xml"/>',
      ),
      'docProps/own.xml': custom(property(2, '合同编号', 'A-1') + property(7, 'aigc', mine)),
      'docProps/core.xml': '<x/>',
    });
    const result = annotateDocx(file, notes, by).docx;
    const kept = xmlOf(result, 'docProps/own.xml');
    expect(kept).toContain(property(2, '合同编号', 'A-1') + property(7, 'aigc', mine));
    expect(properties(result, 'docProps/own.xml').map(([name]) => name)).toEqual(['合同编号', 'aigc', 'AIGC-2']);
    expect(kept).toMatch(/pid="8" name="AIGC-2"/);
    expect(Object.keys(partsOf(result)).filter((name) => name.startsWith('docProps/'))).toHaveLength(2);
    expect(partsOf(result)['docProps/core.xml']).toEqual(partsOf(file)['docProps/core.xml']);
  });

  it('says nothing where the machine left nothing in it', () => {
    const file = wordFile(lines(...contract));
    expect(annotateDocx(file, notes.slice(0, 1), by).docx).toBe(file);
  });

  it('is labelled as well when it came as plain text', async () => {
    const made = await annotateText(contract.join('\n'), notes, by);
    expect(properties(made.docx).map(([name]) => name)).toEqual(['AIGC']);
    expect(readAnnotations(made.docx).comments[0]?.author).toBe('律台（AI 辅助）');
  });

  it('reads as it did without the label, whatever is in it', () => {
    const line = fc.string({ unit: fc.constantFrom(...'甲乙租金 \t1&<>'), maxLength: 8 });
    const changes = fc.constantFrom('replace' as const, 'delete' as const, 'insert-after' as const);
    const texts = fc.array(line, { minLength: 1, maxLength: 5 });
    const wanted = fc.array(fc.tuple(line, changes), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, wanted, (text, wishes) => {
        const made = wishes.map(([quote, action]) => ({
          ...{ quote: { text: quote }, comment: '意见' },
          change: { action, text: '新\n行' },
        }));
        const { madeByAi: _, ...unlabelled } = by;
        const [plain, labelled] = [unlabelled, by].map((author) =>
          annotateDocx(wordFile(lines(...text)), made, author),
        );
        const [without, read] = [plain, labelled].map((one) => readAnnotations(one?.docx ?? new Uint8Array()));
        expect(labelled?.unplaced).toEqual(plain?.unplaced);
        expect(read?.acceptedText).toBe(without?.acceptedText);
        expect(read?.originalText).toBe(text.join('\n'));
        const words = read?.comments.map((comment) => comment.text) ?? [];
        expect(words.slice(words.length > 0 ? 1 : 0)).toEqual(without?.comments.map((comment) => comment.text));
      }),
      { numRuns: 200 },
    );
  });
});
