import { inForce } from '@lutai/law';

/** One version of one law, as often as the index has provisions of it. */
export interface IndexedVersion {
  versionId: string;
  lawId: string;
  law: string;
  level: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

/**
 * Which provisions may appear on a day: 1 for those of a version in force. Where unknown dates leave two versions of one
 * law in force, the one that began later counts alone. No day lets everything through.
 */
export function createDayFilter(versions: readonly IndexedVersion[], versionOf: Uint32Array) {
  const everything = new Uint8Array(versionOf.length).fill(1);
  const remembered = new Map<string, Uint8Array>();
  return (day: string | null): Uint8Array => {
    if (day === null) return everything;
    const known = remembered.get(day);
    if (known) return known;
    const current = currentVersions(versions, day);
    const allowed = new Uint8Array(versionOf.length);
    for (let place = 0; place < versionOf.length; place += 1) allowed[place] = current[versionOf[place] ?? 0] ?? 0;
    // Questions come with a few days at a time (today, the day of the facts); older masks are cheap to make again.
    const [oldest] = remembered.keys();
    if (remembered.size >= 16 && oldest !== undefined) remembered.delete(oldest);
    remembered.set(day, allowed);
    return allowed;
  };
}

function currentVersions(versions: readonly IndexedVersion[], day: string): Uint8Array {
  const latest = new Map<string, string>();
  for (const version of versions) {
    if (!inForce(version, day)) continue;
    const from = version.effectiveFrom ?? '';
    if (from >= (latest.get(version.lawId) ?? '')) latest.set(version.lawId, from);
  }
  return Uint8Array.from(versions, (version) =>
    inForce(version, day) && latest.get(version.lawId) === (version.effectiveFrom ?? '') ? 1 : 0,
  );
}
