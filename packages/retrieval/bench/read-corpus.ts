import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LawTextError, lawIdOf, parseLaw, provisionIdOf, versionIdOf } from '@lutai/law';
import type { ProvisionRecord } from '../src/types.ts';

/** Every provision of the shared corpus, and real questions to search for. Versions are not arranged: ends are open. */
export function readCorpus(shared: string, questionCount: number) {
  const folder = join(shared, 'corpus/laws');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const provisions = files.sort().flatMap((file) => readFile(folder, file));
  const questions = readFileSync(join(shared, 'evals/lay-questions.txt'), 'utf8').split('\n').filter(Boolean);
  const step = Math.max(Math.floor(questions.length / questionCount), 1);
  return { provisions, questions: questions.filter((_, i) => i % step === 0).slice(0, questionCount) };
}

function readFile(folder: string, file: string): ProvisionRecord[] {
  try {
    const law = parseLaw(readFileSync(join(folder, file), 'utf8'), { file });
    const versionId = versionIdOf(law.titleKey, law.promulgated?.day ?? law.effectiveFrom?.day ?? null);
    return law.provisions.map(({ article, ordinal, path, text }) => ({
      provisionId: provisionIdOf(`${versionId}${file}`, law.part, article, ordinal),
      lawId: lawIdOf(law.titleKey),
      versionId: `${versionId}${file}`,
      law: law.title,
      article,
      path,
      level: law.level,
      effectiveFrom: law.effectiveFrom?.day ?? null,
      effectiveTo: null,
      text,
    }));
  } catch (error) {
    if (error instanceof LawTextError) return [];
    throw error;
  }
}
