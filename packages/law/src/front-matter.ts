import { parse } from 'yaml';
import { z } from 'zod';
import { LawTextError } from './law-types.ts';

const day = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    (value) =>
      !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value),
  );
const words = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const list = z.union([z.array(words), words.transform((value) => (value === '' ? [] : [value]))]);

const frontMatterSchema = z.object({
  title: words.nullish(),
  part: words.nullish(),
  level: words.nullish(),
  issuer: words.nullish(),
  promulgated: day.nullish(),
  effective: day.nullish(),
  repealed: day.nullish(),
  supersedes: list.nullish(),
  source: words.nullish(),
  area: words.nullish(),
  citations: list.nullish(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Takes the YAML block off the head of a file. Keys that we do not know are left alone; bad values throw. */
export function splitFrontMatter(text: string): { frontMatter: FrontMatter; rest: string } {
  const match = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { frontMatter: {}, rest: text };
  let value: unknown;
  try {
    // The core schema keeps `2021-01-01` a string; no date object with a time zone of its own comes about.
    value = parse(match[1] ?? '', { schema: 'core', maxAliasCount: 0 });
  } catch (cause) {
    throw new LawTextError('bad-front-matter', '文件开头的 YAML 信息无法解析，请检查冒号、引号和缩进。', { cause });
  }
  const read = frontMatterSchema.safeParse(value ?? {});
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join('.') || '整体').join('、');
    throw new LawTextError('bad-front-matter', `文件开头的 YAML 信息有误（${fields}）；日期请写作 YYYY-MM-DD。`, {
      cause: read.error,
    });
  }
  return { frontMatter: read.data, rest: text.slice(match[0].length) };
}
