import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LawTextError, lawIdOf, parseLaw, provisionIdOf, versionIdOf } from '@lutai/law';
import type { ProvisionRecord } from '@lutai/retrieval';
import { shortHash } from '../evaluation-set.ts';
import { EvaluationInputError } from '../input-error.ts';
import type { Corpus } from './read-corpus.ts';
import { readText } from './read-lines.ts';

/** Every provision of every version under a folder of law files (`.md`, `.txt`); what is no law is named in `skipped`. */
export function readLawFolder(folder: string): Corpus {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(md|txt)$/u.test(file))
    .sort();
  const provisions: ProvisionRecord[] = [];
  const dayOf = new Map<string, string>();
  const skipped: Corpus['skipped'] = [];
  const hashes: string[] = [];
  for (const file of files) {
    try {
      const text = readText(join(folder, file));
      const read = readLaw(text, file);
      for (const provision of read.provisions) dayOf.set(provision.provisionId, read.day);
      provisions.push(...read.provisions);
      hashes.push(`${file} ${shortHash(text)}`);
    } catch (error) {
      if (!(error instanceof LawTextError || error instanceof EvaluationInputError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  if (provisions.length === 0) throw new EvaluationInputError(`${folder} 里没有能读出条文的法规文件。`);
  return { hash: shortHash(hashes.join('\n')), provisions, dayOf, skipped };
}

function readLaw(text: string, file: string) {
  const law = parseLaw(text, { file });
  const day = law.promulgated?.day ?? law.effectiveFrom?.day ?? '';
  // The file tells two undated versions of one law apart.
  const versionId = `${versionIdOf(law.titleKey, day)}|${file}`;
  const provisions = law.provisions.map(
    ({ article, ordinal, path, text: words }): ProvisionRecord => ({
      provisionId: provisionIdOf(versionId, law.part, article, ordinal),
      lawId: lawIdOf(law.titleKey),
      versionId,
      law: law.title,
      article,
      path,
      level: law.level,
      effectiveFrom: null,
      effectiveTo: null,
      text: words,
    }),
  );
  return { day, provisions };
}
