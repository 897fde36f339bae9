import type { Channel as ChannelName } from '@lutai/contracts';
import type { ExternalChannel, OutboundMessage, SendOptions } from '../channel.ts';

export type RecordingChannel = ExternalChannel & {
  /** What left, in order, with the key it was sent under. */
  sent: { message: OutboundMessage; idempotencyKey: string }[];
  /** Each next try runs this instead of recording; a step that returns has sent nothing. */
  script: ((message: OutboundMessage, options: SendOptions) => Promise<void>)[];
};

/** An external channel within the process: keeps what was sent, and fails as it is told to. */
export function createRecordingChannel(name: ChannelName = 'email'): RecordingChannel {
  const channel: RecordingChannel = {
    name,
    transactional: false,
    sent: [],
    script: [],
    async send(message, options) {
      const step = channel.script.shift();
      if (step) return step(message, options);
      channel.sent.push({ message, idempotencyKey: options.idempotencyKey });
    },
  };
  return channel;
}
