import type { DocumentField, FieldValues } from '@lutai/contracts';
import { type CheckText, type ContractFile, DeskError, type DocumentWorks, type ReadFile } from '@lutai/desk';
import {
  DocumentError,
  documentText,
  fieldsInPlay,
  fillTemplate,
  type LendingRateCap,
  type SentFile,
  type Template,
  valuesFromFacts,
  writeDocument,
} from '@lutai/documents';
import { shippedRates } from '@lutai/law';
import { type ContractTasks, contractTasks } from './contract-thread/contract-tasks.ts';
import { contractWorks } from './contract-works.ts';
import type { DocumentData } from './document-data.ts';

export type DocumentWorksDeps = DocumentData & {
  /** Of the text of a contract. */
  checkText: CheckText;
  aigcProducer: string;
  tasks?: ContractTasks;
};

/** The work on files behind the desk's documents. */
export function createDocumentWorks({
  templates,
  checklists,
  termsFolder,
  checkText,
  aigcProducer,
  tasks = contractTasks,
}: DocumentWorksDeps): DocumentWorks {
  const find = (id: string): Template => {
    const template = templates.find((one) => one.id === id);
    if (!template) throw new DeskError('not-found', `没有“${id}”这个文书模板。请在模板列表中选择。`);
    return template;
  };
  const treeOf = (templateId: string, values: FieldValues) => fillTemplate(find(templateId), values, rules).document;
  const unlabelled = { madeByAi: false, producer: aigcProducer };
  return {
    templates: () =>
      templates.map(({ id, name, kind, purpose, usedBy, provisions, fields }) => ({
        ...{ id, name, kind, purpose, usedBy, provisions },
        fields: fields.length,
      })),
    prefill: (templateId, facts) => valuesFromFacts(find(templateId), facts),
    fill(templateId, values) {
      const template = find(templateId);
      const { document, missing, problems } = fillTemplate(template, values, rules);
      return {
        title: document.title,
        text: documentText(document),
        notice: document.notice,
        fields: formOf(template, values),
        missing,
        problems: problems.map(({ rule: _, ...problem }) => problem),
      };
    },
    write: (templateId, values, writtenAt) =>
      writeDocument('docx', {
        // What its user must know is told beside it: this file is handed in.
        tree: { ...treeOf(templateId, values), notice: [] },
        ...{ ...unlabelled, toBeSigned: true, number: null, id: '', contentHash: '', approval: null, writtenAt },
      }),
    writeLabelled: (templateId, values, format, { revisionId, ...label }) =>
      writeDocument(format, { tree: treeOf(templateId, values), ...unlabelled, ...label, id: revisionId }),
    read: (file) =>
      sayingOfWhich(file, async ({ name, bytes }) => {
        const sent = await tasks.read(name, bytes);
        return sent && readFileOf(sent);
      }),
    recognise: (file, watch) =>
      sayingOfWhich(file, async ({ name, bytes }) => readFileOf(await tasks.recognise(name, bytes, watch))),
    ...contractWorks({ checklists, termsFolder, checkText, aigcProducer, tasks }),
  };
}

/** Four times the one-year LPR, for loans from 20 August 2020 on; what applied before depends on more than the day. */
const lendingRateCap: LendingRateCap = (day) => {
  const found = day < '2020-08-20' ? null : shippedRates().lpr.on(day, '1y');
  if (found === null) return null;
  const percent = Math.round(Number(found.percent) * 400) / 100;
  return { percent, source: `${found.day}公布的一年期贷款市场报价利率${found.percent}%的四倍` };
};
const rules = { lendingRateCap };

/** The form of a template; which fields are asked for depends on the others. */
function formOf({ fields }: Template, values: FieldValues): DocumentField[] {
  const inPlay = new Set(fieldsInPlay(fields, values).map(({ key }) => key));
  return fields.map(({ key, label, question, type, required, options, hint, many, needs, columns }) => ({
    ...{ key, label, question, type, required, many, needs },
    ...(options ? { options } : {}),
    ...(hint ? { hint } : {}),
    ...(columns
      ? {
          columns: columns.map(({ options: choices, hint: help, ...column }) => ({
            ...column,
            ...(choices ? { options: choices } : {}),
            ...(help ? { hint: help } : {}),
          })),
        }
      : {}),
    asked: inPlay.has(key),
  }));
}

/** The reason why a file cannot be read, said with its name. */
async function sayingOfWhich<Result>(
  file: ContractFile,
  work: (file: ContractFile) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(file);
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    const isLarge = cause.code === 'too-large' || cause.code === 'zip-bomb';
    const reason = cause.message.replace(/。$/u, '');
    throw new DeskError(isLarge ? 'too-large' : 'unsupported-file', `文件“${file.name}”不能读取：${reason}。`, {
      cause,
    });
  }
}

const readFileOf = ({ text, kind, notices }: SentFile): ReadFile => ({
  ...{ text, format: kind },
  notes: notices.map((notice) => notice.replace(/[。；]?$/u, '。')),
});
