import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LawTextError } from './law-types.ts';
import { parseLaw } from './parse-law.ts';

const law = (...lines: string[]) => lines.join('\n\n');

describe('parseLaw at its edges', () => {
  it.each([
    ['empty', '  \n'],
    ['not-text', '# 甲\n\n第一条 \uFFFD\uFFFD'],
    ['no-title', '第一条 甲。'],
    ['no-body', '# 甲法'],
    ['bad-front-matter', '---\neffective: 明年\n---\n# 甲法\n\n第一条 乙。'],
    ['bad-front-matter', '---\ntitle: [\n---\n# 甲法\n\n第一条 乙。'],
  ])('refuses with %s what cannot be read', (code, text) => {
    try {
      parseLaw(text, { file: 'x.md' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(LawTextError);
      expect(error).toMatchObject({ code });
    }
  });

  it.each([
    ['宪法/宪法.md', '中华人民共和国宪法', 'constitution'],
    ['宪法/x.md', '中华人民共和国国旗法', 'law'],
    ['司法解释/x.md', '关于审理示例案件的规定', 'interpretation'],
    ['x.md', '最高人民法院关于示例的规定', 'interpretation'],
    ['a/行政法规/x.md', '示例条例', 'administrative-regulation'],
    ['部门规章/公安部/x.md', '示例规定', 'departmental-rule'],
    ['x.md', '某某省示例条例', 'local-regulation'],
    ['x.md', '中华人民共和国示例法', 'law'],
    ['x.md', '示例守则', 'other'],
  ])('puts %s 《%s》 at the level %s', (file, title, level) => {
    expect(parseLaw(law(`# ${title}`, '第一条 甲。'), { file }).level).toBe(level);
  });

  it('reads any text or refuses it with a reason, and keeps every line', () => {
    const piece = fc.constantFrom(
      '# 甲法',
      '第一条 乙。',
      '第二条',
      '## 第一章 总则',
      '附件1',
      '一、丙；',
      '（一）丁',
      '“第三条',
      '目 录',
      '---',
      '<!-- INFO END -->',
      '**第四条** 戊',
      '2020年1月1日 通过',
    );
    const line = fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = `# 甲法\n${lines.map((words) => words.replace(/[-<>*_#\p{C}\p{Z}]/gu, '')).join('\n')}`;
        try {
          const parsed = parseLaw(text, { file: 'x.md' });
          const kept = [
            parsed.history,
            parsed.preamble,
            parsed.headings,
            parsed.provisions.map(({ article, text: words }) => article + words),
            parsed.part,
          ]
            .flat()
            .join('')
            .replace(/\s/g, '');
          for (const words of text.split('\n').slice(1)) expect(kept).toContain(words.replace(/\s/g, ''));
        } catch (error) {
          if (!(error instanceof LawTextError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['<!--', ' ', '《甲法》、', '第一条 ', '。 第二条 ', '#', '*', '2020年', '（', '“'])(
    'is not slowed down by a million characters of %j',
    (piece) => {
      const text = `# 甲法\n\n第一条 乙${piece.repeat(1_000_000 / piece.length)}施行`;
      const started = process.cpuUsage();
      parseLaw(text, { file: 'x.md' });
      expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
    },
  );
});
