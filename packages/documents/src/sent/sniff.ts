export type Content =
  | { is: 'docx' | 'compound' | 'pdf' | 'html' | 'words' }
  | { is: 'image'; name: string }
  | { is: 'other'; name: string };

const starts = (bytes: Buffer, text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text;
const heic = /^(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif)$/;

function imageName(bytes: Buffer): string | null {
  if (starts(bytes, '\u00ff\u00d8\u00ff')) return 'JPEG';
  if (starts(bytes, '\u0089PNG\r\n\u001a\n')) return 'PNG';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'WEBP';
  if (starts(bytes, 'ftyp', 4) && heic.test(bytes.toString('latin1', 8, 12))) return 'HEIC';
  if (starts(bytes, 'GIF8')) return 'GIF';
  if (starts(bytes, 'BM') && bytes.length > 26 && bytes.readUInt32LE(6) === 0 && bytes.readUInt32LE(14) < 200)
    return 'BMP';
  if (starts(bytes, 'II*\0') || starts(bytes, 'MM\0*')) return 'TIFF';
  return null;
}

const others: [string, string][] = [
  ['Rar!', 'RAR 压缩包'],
  ["7z\u00bc\u00af'\u001c", '7z 压缩包'],
  ['\u001f\u008b', 'GZIP 压缩包'],
  ['{\\rtf', 'RTF 文档'],
  ['MZ', 'Windows 程序'],
  ['\u007fELF', '程序'],
  ['%!PS', 'PostScript 文件'],
  ['ID3', '录音'],
  ['#!AMR', '录音'],
];
const packages: [RegExp, string][] = [
  [/^xl\//, 'Excel 表格'],
  [/^ppt\//, 'PowerPoint 演示文稿'],
  [/^OFD\.xml$/i, 'OFD 版式文件'],
  [/^content\.xml$/, 'ODT 文档'],
];

/** What the bytes are, whatever the name says. `names` are those of a zip's entries. */
export function sniff(bytes: Buffer, names: () => string[]): Content {
  if (starts(bytes, 'PK\u0003\u0004') || starts(bytes, 'PK\u0005\u0006')) return inZip(names());
  if (starts(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return { is: 'compound' };
  if (bytes.toString('latin1', 0, 1024).includes('%PDF-')) return { is: 'pdf' };
  const image = imageName(bytes);
  if (image) return { is: 'image', name: image };
  if (starts(bytes, 'ftyp', 4)) return { is: 'other', name: '录音或录像' };
  const other = others.find(([magic]) => starts(bytes, magic));
  if (other) return { is: 'other', name: other[1] };
  const head = bytes.toString('latin1', 0, 1024).replace(/\0/g, '');
  if (/^\s*MIME-Version:/i.test(head)) return { is: 'other', name: 'MHT 网页存档或邮件' };
  if (
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(
      head,
    )
  )
    return { is: 'html' };
  return { is: 'words' };
}

function inZip(names: readonly string[]): Content {
  if (
    names.some((name) => /^(?:word\/|_rels\/\.rels$)/i.test(name)) &&
    !names.some((name) => /^(?:xl|ppt)\//.test(name))
  )
    return { is: 'docx' };
  const known = packages.find(([pattern]) => names.some((name) => pattern.test(name)));
  return { is: 'other', name: known?.[1] ?? '压缩包' };
}
