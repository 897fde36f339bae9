/** A saved index that is not of this corpus or this model, is of another format, or is not there: build it anew. */
export class IndexMismatch extends Error {
  readonly reason: 'missing' | 'damaged' | 'format' | 'corpus' | 'model';
  constructor(reason: IndexMismatch['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'IndexMismatch';
    this.reason = reason;
  }
}
