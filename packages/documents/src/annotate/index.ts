export { annotateDocx } from './annotate-docx.ts';
export { annotateText } from './annotate-text.ts';
export {
  type AnnotatedDocument,
  type Annotation,
  type AnnotationAuthor,
  type TextChange,
  type Unplaced,
  type UnplacedReason,
  unplacedReasons,
} from './annotation.ts';
export { type ReadAnnotations, readAnnotations } from './read-annotations.ts';
