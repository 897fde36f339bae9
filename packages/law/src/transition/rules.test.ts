import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEntries } from '../law-dates/catalogue-schema.ts';
import { parseLaw } from '../parse-law.ts';
import { sharedCorpus } from '../testing/index.ts';
import { normaliseTitle } from '../titles.ts';
import { transitionRuleSchema } from './rule-schema.ts';
import { shippedTransitions } from './shipped-rules.ts';

const { rules } = shippedTransitions();
const laws = sharedCorpus('laws');

describe('the rules on law in time', () => {
  it('have an id each, and refuse what is no rule', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const broken = JSON.stringify({ ...rules[0], topic: '(' });
    expect(() => readEntries(transitionRuleSchema, broken, 'r.jsonl')).toThrow('r.jsonl:1');
  });

  it.skipIf(laws === null)('say what the cited provisions say, word for word', () => {
    const cited = new Set(rules.map(({ law }) => normaliseTitle(law)));
    const texts = new Map<string, string>();
    for (const file of laws?.files ?? []) {
      const law = parseLaw(fs.readFileSync(path.join(laws?.root ?? '', file), 'utf8'), { file });
      if (!cited.has(law.titleKey)) continue;
      for (const { article, text } of law.provisions) {
        const key = `${law.titleKey}${article}`;
        texts.set(key, `${texts.get(key) ?? ''}${text.replaceAll('\n', '')}`);
      }
    }
    for (const { law, article, quote } of rules) {
      const label = /^第[^条]+条/u.exec(article)?.[0];
      expect(texts.get(`${normaliseTitle(law)}${label}`)).toContain(quote);
    }
  });
});
