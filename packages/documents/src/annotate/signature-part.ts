import { elements, isElement, parentOf, type XmlElement } from './xml-tree.ts';

const noMoreText = /^[（(【[]?\s*(?:以下|此页|本页)无正文/;
const signing = /(?:签字|签章|盖章|签名|捺印|公章)/;
const partyLine = /^[^，。；]{1,12}[：:]/;
const ledIn =
  /^[^，。；]{1,20}[（(][^）)]*(?:签字|签章|盖章|签名|捺印|公章)|(?:签字|签章|盖章|签名|捺印)[^，。；]{0,8}[：:]/;

/** A block of the body with its text; tables in one piece. */
export interface TextBlock {
  element: XmlElement;
  text: string;
}

const isSignature = (text: string) =>
  noMoreText.test(text) || (text.length <= 60 && !/[。；]/.test(text) && ledIn.test(text));

const isSignatureTable = ({ element, text }: TextBlock) =>
  element.name === 'w:tbl' && text.length <= 200 && signing.test(text) && !/[。；]/.test(text);

const opensParty = (text: string) => text.length <= 40 && !/[。；]/.test(text) && (text === '' || partyLine.test(text));

/**
 * The index of the block where the signatures begin, with the lines of the parties above them, or null. Only the second
 * half of the text is searched: a contract may name who seals it at its head as well.
 */
export function signatureStart(blocks: readonly TextBlock[]): number | null {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    const text = block.text.trim();
    if (before * 2 >= total && (isSignature(text) || isSignatureTable(block))) {
      let start = at;
      while (start > 1 && opensParty(blocks[start - 1]?.text.trim() ?? '。')) start--;
      while (start < at && blocks[start]?.text.trim() === '') start++;
      return start;
    }
    before += block.text.length;
  }
  return null;
}

const blockNames = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml']);
export const isBlock = ({ name }: XmlElement): boolean => blockNames.has(name);

/** The next block beside it, marks of bookmarks and comments passed over. */
export function nextBlock(element: XmlElement): XmlElement | undefined {
  const beside = parentOf(element)?.children ?? [];
  return beside
    .slice(beside.indexOf(element) + 1)
    .filter(isElement)
    .find(isBlock);
}

export const blocksOf = (body: XmlElement): XmlElement[] => elements(body).filter(isBlock);
