const wingdings: Record<string, string> = {
  '6f': '☐',
  '71': '☐',
  a8: '☐',
  fe: '☑',
  fd: '☒',
  fc: '✓',
  fb: '✗',
  '6c': '●',
  '6e': '■',
  '75': '◆',
  d8: '➢',
  e0: '→',
};
const wingdings2: Record<string, string> = {
  '50': '✓',
  '52': '☑',
  '51': '☒',
  '53': '☒',
  '54': '☒',
  a3: '☐',
  '2a': '☐',
};

/** A character of a symbol font (`w:sym`): ticked and empty boxes of a form carry meaning. Unknown ones are `□`. */
export function symbol(font: string, code: string): string {
  const key = code
    .replace(/^f0/i, '')
    .toLowerCase()
    .replace(/^0+(?=..)/, '');
  if (/wingdings 2/i.test(font)) return wingdings2[key] ?? '□';
  if (/wingdings/i.test(font)) return wingdings[key] ?? '□';
  const value = Number.parseInt(code, 16);
  return value >= 0x20 && value < 0xd800 ? String.fromCharCode(value) : '□';
}
