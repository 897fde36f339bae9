import { isGiven } from './conditions.ts';
import { valueSchemaOf } from './field-schema.ts';
import type { Values } from './missing-fields.ts';
import type { Template } from './template-schema.ts';

/**
 * What a matter already tells of a form: each field takes the first fact named in its `from` that has its shape. Facts go
 * by name (`client`, `opponent`, `sum`, `facts` …); what none fits stays open.
 */
export function valuesFromFacts({ fields }: Template, facts: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const schema = valueSchemaOf(field);
      const fitting = field.from
        .map((name) => facts[name])
        .map((fact) => (field.many && isGiven(fact) && !Array.isArray(fact) ? [fact] : fact))
        .find((fact) => isGiven(fact) && schema.safeParse(fact).success);
      return fitting === undefined ? [] : [[field.key, fitting]];
    }),
  );
}
