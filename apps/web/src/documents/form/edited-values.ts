import type { FieldValues } from '@lutai/contracts';

/** Fields that were changed and are not saved, and the revision that the change was begun from. */
export interface EditedValues {
  baseRevisionId: string;
  /** null empties a field. */
  values: Record<string, unknown>;
}

interface Saved {
  baseRevisionId: string;
  values: FieldValues;
}

/** Nothing that could be printed: no words, no rows, no parties with a part. */
export function isEmptyValue(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmptyValue);
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(([part, inner]) => part === 'kind' || isEmptyValue(inner));
}

/** A value as it is sent: without empty parts, without empty rows at the end; null for nothing. */
export function cleanValue(value: unknown): unknown {
  if (isEmptyValue(value)) return null;
  if (Array.isArray(value)) return value.filter((item) => !isEmptyValue(item)).map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => !isEmptyValue(inner)));
}

/** What would be sent: fields whose value is another than the saved one. */
export function changedValues(edited: EditedValues | null, saved: Saved): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(edited?.values ?? {})
      .map(([key, value]) => [key, cleanValue(value)] as const)
      .filter(([key, value]) => canonical(value) !== canonical(cleanValue(saved.values[key]))),
  );
}

/** What the form shows: what was typed, else what is saved. */
export function shownValue(edited: EditedValues | null, saved: Saved, key: string): unknown {
  return edited !== null && key in edited.values ? edited.values[key] : saved.values[key];
}

export const isDirty = (edited: EditedValues | null, saved: Saved): boolean =>
  Object.keys(changedValues(edited, saved)).length > 0;

/** Whether somebody saved a newer revision under changes that are not saved yet. */
export const isStale = (edited: EditedValues | null, saved: Saved): boolean =>
  edited !== null && edited.baseRevisionId !== saved.baseRevisionId && isDirty(edited, saved);

/** What is left to save after `sent` was saved as `saved`: what was typed meanwhile, now on top of that revision. */
export function afterSaving(
  now: EditedValues | null,
  sent: Record<string, unknown>,
  saved: Saved,
): EditedValues | null {
  const kept = Object.entries(now?.values ?? {}).filter(
    ([key, value]) => !(key in sent) || canonical(cleanValue(value)) !== canonical(sent[key]),
  );
  const next = { baseRevisionId: saved.baseRevisionId, values: Object.fromEntries(kept) };
  return isDirty(next, saved) ? next : null;
}

/** JSON with the parts of objects in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
