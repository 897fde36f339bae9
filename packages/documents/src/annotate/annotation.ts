/** A change to the words of a contract. `text` may hold several lines; a line is a paragraph. */
export interface TextChange {
  /** `insert-after` puts `text` behind the quote; where it opens with a line end, as paragraphs after the quote's own. */
  action: 'replace' | 'delete' | 'insert-after';
  text?: string;
}

/** A remark on a place of a document. Spaces and line ends of the quote need not be those of the document. */
export interface Annotation {
  /** Null: the remark is on the document as a whole. `occurrence` counts from 1, which it is when left out. */
  quote: { text: string; occurrence?: number } | null;
  comment: string;
  change?: TextChange;
  /** Where an insertion without a quote goes; before the signatures when left out, or at the end if there are none. */
  place?: 'before-signatures' | 'end';
}

export interface AnnotationAuthor {
  author: string;
  date: Date;
  /** The notes are the work of a machine, in part at least: the file is labelled, and the author's name says so. */
  madeByAi?: { producer: string };
}

/** Why a note or its change did not go into the file, in words for the person who reviews. */
export const unplacedReasons = {
  'empty-quote': '引文为空',
  'not-found': '正文里找不到这段引文',
  'outside-body': '引文在文本框、页眉页脚或脚注里，Word 不允许在那里批注',
  'no-place': '没有可以插入新段落的位置',
  'needs-quote': '替换和删除须指明引文',
  field: '引文在域（自动更新的内容）里，修改会在更新时丢失',
  'content-control': '引文在锁定或有固定选项的内容控件里',
  'moved-text': '引文在尚未接受的移动修订里',
  'several-cells': '引文跨越多个单元格或多个区域',
  'section-break': '引文跨越分节符',
  overlap: '与前一处修改重叠',
} as const;

export type UnplacedReason = keyof typeof unplacedReasons;

/** `part` 'change': the comment is in the file and tells the change in words; 'note': nothing of the note is. */
export interface Unplaced {
  note: Annotation;
  index: number;
  part: 'note' | 'change';
  reason: UnplacedReason;
  message: string;
}

export interface AnnotatedDocument {
  docx: Uint8Array;
  unplaced: Unplaced[];
}
