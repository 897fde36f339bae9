import 'docx';

/**
 * The part of the library that is used here. Its own declarations leave out file extensions, so that TypeScript finds
 * none of them under `moduleResolution: NodeNext`.
 */
declare module 'docx' {
  export const AlignmentType: {
    readonly LEFT: 'left';
    readonly CENTER: 'center';
    readonly RIGHT: 'right';
    readonly BOTH: 'both';
  };
  export const BorderStyle: { readonly SINGLE: 'single' };
  export const LineRuleType: { readonly AT_LEAST: 'atLeast' };
  export const PageNumber: { readonly CURRENT: 'CURRENT'; readonly TOTAL_PAGES: 'TOTAL_PAGES' };

  export interface IFontAttributesProperties {
    ascii: string;
    hAnsi: string;
    cs: string;
    eastAsia: string;
  }
  /** `size` in half points. */
  export interface IRunStyle {
    font?: IFontAttributesProperties;
    size?: number;
    bold?: boolean;
    italics?: boolean;
    color?: string;
    language?: { value: string; eastAsia: string };
  }
  export interface IBorder {
    style: string;
    size: number;
    space: number;
    color: string;
  }
  /** Lengths in twentieths of a point, but `firstLineChars` in hundredths of a character. */
  export interface IParagraphStyle {
    alignment?: string;
    spacing?: { before?: number; after?: number; line?: number; lineRule?: string };
    indent?: { left?: number; right?: number; hanging?: number; firstLine?: number; firstLineChars?: number };
    border?: { top?: IBorder; bottom?: IBorder; left?: IBorder; right?: IBorder };
    keepNext?: boolean;
    keepLines?: boolean;
  }
  interface INamedStyle {
    run?: IRunStyle;
    paragraph?: IParagraphStyle;
  }
  export interface IStylesOptions {
    default: Record<string, INamedStyle>;
    paragraphStyles: ({ id: string; name: string; basedOn: string } & INamedStyle)[];
  }
  export interface IParagraphOptions extends IParagraphStyle {
    style?: string;
    numbering?: { reference: string; level: number };
    children?: TextRun[];
  }
  export class Paragraph {
    constructor(options: IParagraphOptions);
  }
  export class TextRun {
    constructor(options: IRunStyle & { text?: string; break?: number; children?: string[] });
  }
  export class Header {
    constructor(options: { children: Paragraph[] });
  }
  export class Footer {
    constructor(options: { children: Paragraph[] });
  }
  export const Packer: { toBuffer(document: unknown): Promise<Buffer> };
}
