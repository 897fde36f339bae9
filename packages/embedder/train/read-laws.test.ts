import { describe, expect, it } from 'vitest';
import { readLaw } from './read-laws.ts';

describe('the reader of law files for training', () => {
  it('reads provisions under their headings, with the paragraphs that follow', () => {
    const source = `# 示例法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n## 第一章　总则\n\n第一条 甲。\n\n乙。\n\n### 第一节 定义\n\n第二条之一 丙。\n\n## 第二章\n\n第三条 丁。`;
    expect(readLaw(source, '2020-01-01')).toEqual([
      { law: '示例法', article: '第一条', path: '第一章 总则', text: '甲。\n乙。', day: '2020-01-01' },
      { law: '示例法', article: '第二条之一', path: '第一章 总则 第一节 定义', text: '丙。', day: '2020-01-01' },
      { law: '示例法', article: '第三条', path: '第二章', text: '丁。', day: '2020-01-01' },
    ]);
  });

  it('takes a text without articles as one', () => {
    expect(readLaw('# 批复\n<!-- INFO END -->\n一、甲。\n二、乙。', '')).toMatchObject([
      { article: '', text: '一、甲。\n二、乙。' },
    ]);
  });
});
