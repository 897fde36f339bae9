/** A message could not be sent. Only `certainlyNotSent: true` permits a second try without a person's decision. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  readonly certainlyNotSent: boolean;

  constructor(message: string, options: ErrorOptions & { certainlyNotSent: boolean }) {
    super(message, options);
    this.certainlyNotSent = options.certainlyNotSent;
  }
}
