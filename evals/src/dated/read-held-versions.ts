import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { arrangeVersions, type DatedVersion, type HeldVersion, LawTextError, parseLaw, versionIdOf } from '@lutai/law';
import { EvaluationInputError } from '../input-error.ts';
import { readText } from '../reading/read-lines.ts';

/** Title key (`normaliseTitle`) → the versions whose texts lie in a folder of law files, each with its days of force. */
export function readHeldVersions(folder: string): Map<string, HeldVersion[]> {
  const read = new Map<string, Map<string, DatedVersion>>();
  for (const file of lawFiles(folder)) {
    const law = parsed(join(folder, file), file);
    if (law === null) continue;
    const versionId = versionIdOf(law.titleKey, law.promulgated?.day ?? law.effectiveFrom?.day ?? null);
    const versions = read.get(law.titleKey) ?? new Map<string, DatedVersion>();
    read.set(law.titleKey, versions);
    versions.set(versionId, {
      versionId,
      promulgatedOn: law.promulgated?.day ?? null,
      effectiveFrom: law.effectiveFrom?.day ?? null,
      statedEffectiveTo: law.statedEffectiveTo?.day ?? null,
    });
  }
  return new Map([...read].map(([titleKey, versions]) => [titleKey, arrangeVersions([...versions.values()])]));
}

function lawFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(md|txt)$/u.test(file))
      .sort();
  } catch (cause) {
    throw new EvaluationInputError(`读不了文件夹 ${folder}。`, { cause });
  }
}

/** Null for a file that is no law, such as a README. */
function parsed(path: string, file: string) {
  try {
    return parseLaw(readText(path), { file });
  } catch (error) {
    if (error instanceof LawTextError) return null;
    throw error;
  }
}
