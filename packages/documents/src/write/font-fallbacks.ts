/** What Word takes where a face is not installed; faces are named and never embedded. */
const fallbacks = [
  { name: '方正小标宋简体', instead: '宋体', family: 'roman' },
  { name: '仿宋', instead: '仿宋_GB2312', family: 'roman' },
  { name: '宋体', instead: 'SimSun', family: 'roman' },
  { name: '黑体', instead: 'SimHei', family: 'swiss' },
];

const entries = fallbacks.map(
  ({ name, instead, family }) =>
    `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
);

/** The font table (`word/fontTable.xml`, as the library writes it: empty) with the faces of official papers. */
export const withFontFallbacks = (fontTable: string): string =>
  fontTable.replace(/(<w:fonts\b[^>]*?)\/>/, (_, open: string) => `${open}>${entries.join('')}</w:fonts>`);
