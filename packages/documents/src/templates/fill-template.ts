import { checkRules, type FillProblem, problem, type RuleDeps } from './check-rules.ts';
import { isGiven } from './conditions.ts';
import { type DocumentTree, documentText } from './document-tree.ts';
import { valueSchemaOf } from './field-schema.ts';
import { fillBody } from './fill-body.ts';
import { type MissingField, missingFields, type Values, valuesInPlay } from './missing-fields.ts';
import type { Template } from './template-schema.ts';

export interface FilledTemplate {
  /** Also where something is missing: it reads 【待补：…】 there. */
  document: DocumentTree;
  missing: MissingField[];
  problems: FillProblem[];
  /** Canonical citations: those that the text names, then the others that the template rests on. */
  citations: string[];
  /** Nothing is missing and no problem is an error: only then may it be approved. */
  complete: boolean;
}

const citationPattern =
  /《(?:[^《》]|《[^《》]*》)+》第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?/gu;

/**
 * Fills a template with values by field key (money in yuan, days as YYYY-MM-DD, parties as objects, rows as lists). A value
 * of the wrong shape is a problem and counts as not given; nothing throws on what a user enters.
 */
export function fillTemplate(template: Template, values: Values, deps: RuleDeps = {}): FilledTemplate {
  const { parsed, problems } = parseValues(template, values);
  const known = valuesInPlay(template.fields, parsed);
  const missing = missingFields(template.fields, known);
  const { blocks, unknownNumbers } = fillBody(template, known);
  const document: DocumentTree = {
    template: template.id,
    title: template.name,
    layout: template.layout,
    blocks,
    notice: template.notice,
  };
  const found = [
    ...problems,
    ...checkRules(template.fields, template.rules, known, deps),
    ...[...new Set(unknownNumbers)].map((id) =>
      problem('reference', [], `文中引用的一项没有写入（${id}），请补上或者改写`),
    ),
  ];
  const cited = documentText(document).match(citationPattern) ?? [];
  return {
    document,
    missing,
    problems: found,
    citations: [...new Set([...cited, ...template.provisions])],
    complete: missing.length === 0 && found.every(({ severity }) => severity === 'warning'),
  };
}

function parseValues({ fields }: Template, values: Values): { parsed: Values; problems: FillProblem[] } {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const parsed: Record<string, unknown> = {};
  const problems: FillProblem[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key);
    if (field === undefined) {
      problems.push(problem('shape', [key], `这份文书没有「${key}」这一栏`));
    } else if (isGiven(value)) {
      const result = valueSchemaOf(field).safeParse(value);
      if (result.success) parsed[key] = result.data;
      else problems.push(problem('shape', [key], `「${field.label}」填写的内容不合要求，请重新填写`));
    }
  }
  return { parsed, problems };
}
