import type { TemplateSummary } from '@lutai/contracts';

/** The templates that have every word somewhere in name, purpose or user; those named so come first. */
export function findTemplates(templates: readonly TemplateSummary[], words: string): TemplateSummary[] {
  const wanted = words.trim().split(/\s+/u).filter(Boolean);
  const fits = ({ name, purpose, usedBy }: TemplateSummary) =>
    wanted.every((word) => `${name}\n${purpose}\n${usedBy}`.includes(word));
  const named = ({ name }: TemplateSummary) => wanted.some((word) => name.includes(word));
  return templates.filter(fits).sort((left, right) => Number(named(right)) - Number(named(left)));
}
