import { DocumentError } from './document-error.ts';
import { zipContents } from './zip-contents.ts';

const active = /(?:^|\/)(?:vbaProject[^/]*|vbaData\.xml|activeX\/|embeddings\/.*\.(?:bin|exe|docm|xlsm|js|vbs))/iu;
const relationship = /<Relationship\b[^>]*>/gu;

/**
 * Throws `unsupported` for a Word document that carries programs (macros, ActiveX, embedded objects), or that loads
 * something from elsewhere when it is opened. Links that a reader must click are let be.
 */
export function refuseActiveContent(bytes: Uint8Array): void {
  const names: string[] = [];
  const parts = zipContents(bytes, (name) => {
    names.push(name);
    return /\.rels$/iu.test(name);
  });
  const program = names.find((name) => active.test(name));
  if (program) {
    throw new DocumentError('unsupported', 'Word 文档里有宏或嵌入的程序，请另存为不含宏的 .docx 再上传');
  }
  const links = Object.values(parts).flatMap((part) => Buffer.from(part).toString('utf8').match(relationship) ?? []);
  if (links.some(loadsFromElsewhere)) {
    throw new DocumentError(
      'unsupported',
      'Word 文档打开时会从别处加载内容（外部模板、图片或对象），请断开链接后再上传',
    );
  }
}

/** A template on a drive of the writer's own is looked for and not found: Word's own doing, and harmless. */
function loadsFromElsewhere(element: string): boolean {
  if (!/TargetMode\s*=\s*["']External["']/iu.test(element)) return false;
  if (/Type\s*=\s*["'][^"']*\/hyperlink["']/iu.test(element)) return false;
  return !/Target\s*=\s*["'](?:file:\/{3})?[a-z]:[\\/]/iu.test(element);
}
