export type DocumentErrorCode =
  | 'not-utf8'
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'zip-bomb'
  | 'encrypted'
  | 'corrupt'
  | 'no-text'
  | 'hostile'
  | 'unsupported';

/** A file that cannot be read. `message` is Chinese: what is wrong with the file, and what to do about it. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
