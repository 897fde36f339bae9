import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LawTextError, lawIdOf, parseLaw, provisionIdOf, versionIdOf } from '@lutai/law';
import type { ProvisionRecord } from '../../src/index.ts';

/** Every provision of a folder of law files, in order of file. Versions are not arranged: their ends are open. */
export function readLaws(folder: string): ProvisionRecord[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const provisions = files.sort().flatMap((file) => readLaw(folder, file));
  if (provisions.length === 0) throw new Error(`no law was found in ${folder}`);
  return provisions;
}

function readLaw(folder: string, file: string): ProvisionRecord[] {
  try {
    const law = parseLaw(readFileSync(join(folder, file), 'utf8'), { file });
    const lawId = lawIdOf(law.titleKey);
    // Of two files of one version each keeps its own.
    const versionId = versionIdOf(`${law.titleKey}${file}`, law.promulgated?.day ?? law.effectiveFrom?.day ?? null);
    return law.provisions.map(({ article, ordinal, path, text }) => ({
      provisionId: provisionIdOf(versionId, law.part, article, ordinal),
      lawId,
      versionId,
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
