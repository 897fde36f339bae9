import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { numberToChinese } from '@lutai/law';

export interface SyntheticLaw {
  title: string;
  articles: string[];
}

/** A law of invented rules whose every article can be told from every other one. */
export function syntheticLaw(round: number, index: number, articles = 25): SyntheticLaw {
  const title = `第${numberToChinese(round + 1)}批试验用规则之${numberToChinese(index + 1)}`;
  const text = (n: number) =>
    `试验主体在第${numberToChinese(round + 1)}批第${numberToChinese(index + 1)}部规则第${numberToChinese(n)}项情形下，应当保留完整记录，不得遗失。`;
  return { title, articles: Array.from({ length: articles }, (_, i) => text(i + 1)) };
}

/** Writes the laws of one round as files of the law format and gives their folder. */
export async function writeSyntheticLaws(parent: string, round: number, files: number): Promise<string> {
  const folder = path.join(parent, `round-${round}`);
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < files; index++) {
    const { title, articles } = syntheticLaw(round, index);
    const body = articles.map((text, i) => `第${numberToChinese(i + 1)}条 ${text}`).join('\n\n');
    const header = `# ${title}\n\n2020年1月1日 试验机构公布\n\n2020年3月1日 施行\n\n<!-- INFO END -->\n\n`;
    await writeFile(path.join(folder, `${index}.md`), `${header}## 第一章 总则\n\n${body}\n`);
  }
  return folder;
}
