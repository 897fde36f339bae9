/** A table of Markdown: the first line is its head, the first column words, the others figures. */
export function table(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  const write = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [write(head), write(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...body.map(write)].join('\n');
}
