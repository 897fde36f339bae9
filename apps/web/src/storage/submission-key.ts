/** One key per thing sent: the same words sent again after a lost reply carry the same key, changed words a new one. */
export interface Submission {
  fingerprint: string;
  key: string;
}

export function submissionFor(previous: Submission | null, content: unknown, newKey: () => string): Submission {
  const fingerprint = JSON.stringify(content);
  return previous?.fingerprint === fingerprint ? previous : { fingerprint, key: newKey() };
}

/** `crypto.randomUUID` exists only where the page came by HTTPS or from this machine. */
export function newSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
