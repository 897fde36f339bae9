import type { FieldValues } from '@lutai/contracts';
import { DeskError } from '../desk-error.ts';
import { storableJson, storableText } from '../matters/storable-text.ts';
import type { DocumentContent } from './add-document-revision.ts';
import type { DocumentWorks } from './document-works.ts';

/** As JSON; a form of two hundred rows of text takes a tenth. */
const mostCharacters = 300_000;

/** A template filled with values, with its file. Throws `too-large` for values that no form has. */
export async function draftedContent(
  { works, now }: { works: DocumentWorks; now: () => Date },
  templateId: string,
  entered: FieldValues,
): Promise<DocumentContent & { title: string }> {
  const values = storableJson(entered);
  if (JSON.stringify(values).length > mostCharacters) {
    throw new DeskError('too-large', '填写的内容太长，放不进一份文书。请删减后再保存。');
  }
  const { title, text, missing, problems } = works.fill(templateId, values);
  const file = await works.write(templateId, values, now());
  return {
    title,
    fileName: `${title}.docx`,
    text: storableText(text),
    values,
    missing: storableJson(missing),
    problems: storableJson(problems),
    review: null,
    file,
  };
}
