const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** PostgreSQL takes neither NUL nor half a surrogate pair; each becomes U+FFFD, so that offsets stay as they are. */
export const storableText = (text: string): string => text.replace(unstorable, '\uFFFD');

/** The same for every text within a JSON value. */
export function storableJson<T>(value: T): T {
  // The shape is kept: only the contents of strings change.
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'string' ? storableText(item) : item))) as T;
}
