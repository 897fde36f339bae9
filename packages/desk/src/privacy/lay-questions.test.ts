import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createMasker } from './create-masker.ts';

const file = new URL('../../../../corpus/questions/lay-800.jsonl', import.meta.url);
const questions = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

it('masks the people of the lay questions and not one word else', () => {
  const found = questions.flatMap((text) => (createMasker().mask(text) === text ? [] : [maskedIn(text)]));
  expect(questions.length).toBeGreaterThan(700);
  expect(found).toEqual(['老张', '老张', '张三 李四', '张老板', '王姐']);
});

function maskedIn(text: string): string {
  const masker = createMasker();
  masker.mask(text);
  return masker
    .masks()
    .map(({ original }) => original)
    .join(' ');
}
