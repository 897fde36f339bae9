import { describe, expect, it } from 'vitest';
import { ChannelError } from './channel-error.ts';
import { createPortalChannel } from './create-portal-channel.ts';
import { createRecordingChannel } from './testing/index.ts';

const message = { matterId: 'm', matterNumber: 'LT-1', recipient: 'r', subject: 's', text: 't', attachments: [] };
const options = { idempotencyKey: 'approval-1', signal: new AbortController().signal };

describe('channels', () => {
  it('the portal delivers by the row of its message', () => {
    expect(createPortalChannel()).toEqual({ name: 'portal', transactional: true });
  });

  it('the recording channel keeps what was sent, and fails as it is told to', async () => {
    const channel = createRecordingChannel('email');
    channel.script.push(async () => {
      throw new ChannelError('refused', { certainlyNotSent: true });
    });
    await expect(channel.send(message, options)).rejects.toMatchObject({ certainlyNotSent: true });
    await channel.send(message, options);
    expect(channel.sent).toEqual([{ message, idempotencyKey: 'approval-1' }]);
  });
});
