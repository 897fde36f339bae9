/** Bad usage: exit code 2 and a usage line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command did its work and found something wrong, or cannot do it: exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Ctrl-C: exit code 130. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
