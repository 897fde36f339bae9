import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { DocumentError } from './document-error.ts';
import { htmlLines } from './html-lines.ts';
import { lawStructure } from './law-structure.ts';
import { zipContents } from './zip-contents.ts';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

/**
 * LangChain's DocxLoader drops headings (it asks mammoth for raw text), so mammoth is asked for HTML here. It gets an
 * archive rebuilt from the checked entries alone: what was checked and what is read cannot differ. Pictures are left out.
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const parts = zipContents(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  if (!parts['word/document.xml'] && !parts['_rels/.rels']) {
    throw new DocumentError('corrupt', '文件不是 Word 文档（缺少正文部分）');
  }
  refuseAutomaticArticles(parts);
  const html = await convert(Buffer.from(zipSync(parts, { level: 0 })));
  if (html.trim() === '') throw new DocumentError('no-text', 'Word 文档里没有文字');
  return lawStructure(htmlLines(html));
}

async function convert(buffer: Buffer): Promise<string> {
  try {
    const noPictures = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage: noPictures });
    return value;
  } catch (cause) {
    throw new DocumentError('corrupt', 'Word 文档已损坏，无法读取', { cause });
  }
}

/** Word can number 「第一条」 by itself; then the number is nowhere in the text, and reading on would lose it silently. */
function refuseAutomaticArticles(parts: Record<string, Uint8Array>): void {
  const part = (name: string) => Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8');
  const numbering = part('word/numbering.xml');
  const used = new Set(
    [...`${part('word/document.xml')}${part('word/styles.xml')}`.matchAll(/<w:numId w:val="(\d+)"/g)].map((m) => m[1]),
  );
  for (const [, id, body] of numbering.matchAll(/<w:num w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g)) {
    const abstractId = /<w:abstractNumId w:val="(\d+)"/.exec(body ?? '')?.[1];
    if (!used.has(id) || !abstractId) continue;
    const list = new RegExp(`<w:abstractNum [^>]*w:abstractNumId="${abstractId}"[\\s\\S]*?</w:abstractNum>`).exec(
      numbering,
    );
    if (/<w:lvlText w:val="第%\d条/.test(list?.[0] ?? '')) {
      throw new DocumentError(
        'unsupported',
        '条号由 Word 自动编号生成，文件里读不到；请在 Word 中把自动编号转换为文本后再导入',
      );
    }
  }
}
