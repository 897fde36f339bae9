import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const jsonLines = (...values: object[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;
export const qrels = (...rows: [question: string, document: string, score: number][]) =>
  `query-id\tcorpus-id\tscore\n${rows.map((row) => `${row.join('\t')}\n`).join('')}`;

export const document = (
  _id: string,
  title: string,
  article: string,
  text: string,
  published: string | null = null,
) => ({
  _id,
  title,
  text,
  metadata: { article, section: '总则 / 一般规定', file: `${title}.md`, published },
});

/** A test set of four laws that do not exist; `a3` answers `q2` although no word of the question says so. */
export async function makeBeirFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lutai-beir-'));
  await mkdir(join(folder, 'qrels'));
  await writeFile(
    join(folder, 'corpus.jsonl'),
    jsonLines(
      document('a0', '示例劳动法', '第一条', '用人单位拖欠工资的，应当限期支付。'),
      document('a1', '示例婚姻法', '第一条', '离婚后，子女的抚养费由双方负担。'),
      document('a2', '示例交通法', '第一条', '饮酒后驾驶机动车的，处罚款。'),
      document('a3', '示例租赁法', '第一条', '租赁期满的，出租人应当返还押金。'),
    ),
  );
  await writeFile(
    join(folder, 'queries.jsonl'),
    jsonLines(
      { _id: 'q0', text: '公司拖欠工资' },
      { _id: 'q1', text: '离婚后抚养费怎么算' },
      { _id: 'q2', text: '公司拖欠的那件事' },
    ),
  );
  await writeFile(
    join(folder, 'qrels/test.tsv'),
    qrels(['q0', 'a0', 1], ['q1', 'a1', 1], ['q1', 'a3', 0], ['q2', 'a3', 1]),
  );
  return folder;
}
