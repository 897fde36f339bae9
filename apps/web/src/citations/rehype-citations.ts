import { splitMarks, withoutMarks } from './mark-citations.ts';

interface Node {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** Turns the marks of `markCitations` into `<span data-citation="0">` elements of the rendered answer. */
export function rehypeCitations() {
  return (tree: Node): void => {
    let open: number | null = null;
    const walk = (node: Node): void => {
      for (const [name, value] of Object.entries(node.properties ?? {})) {
        if (typeof value === 'string' && node.properties) node.properties[name] = withoutAddressMarks(value);
      }
      node.children =
        node.children?.flatMap((child) => {
          if (child.type !== 'text') {
            walk(child);
            return [child];
          }
          const split = splitMarks(child.value ?? '', open);
          open = split.open;
          return split.pieces.map(({ text, citation }) => (citation === null ? textNode(text) : mark(text, citation)));
        }) ?? [];
    };
    walk(tree);
  };
}

const textNode = (value: string): Node => ({ type: 'text', value });

const mark = (text: string, citation: number): Node => ({
  type: 'element',
  tagName: 'span',
  properties: { dataCitation: String(citation) },
  children: [textNode(text)],
});

/** In an address the parser has percent-encoded the marks. */
function withoutAddressMarks(value: string): string {
  return withoutMarks(value).replace(/%EE%80%(8[0-9A-F]|9[0-9A-F])/gi, '');
}
