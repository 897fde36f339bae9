import type { FieldValues } from '@lutai/contracts';
import { storableJson, storableText } from '../matters/storable-text.ts';
import type { DocumentContent } from './add-document-revision.ts';
import type { DocumentWorks } from './document-works.ts';
import { boundedValues } from './field-values.ts';

/** A template filled with values, with its file. Throws `too-large` for values that no form has. */
export async function draftedContent(
  { works, now }: { works: DocumentWorks; now: () => Date },
  templateId: string,
  entered: FieldValues,
): Promise<DocumentContent & { title: string }> {
  const values = boundedValues(entered);
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
