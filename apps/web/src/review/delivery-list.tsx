import type { Delivery, DeliveryState } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settleDelivery } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

const tones: Record<DeliveryState, Tone> = {
  queued: 'neutral',
  sending: 'accent',
  sent: 'ok',
  failed: 'danger',
  uncertain: 'warn',
  void: 'neutral',
};

export function DeliveryList({ matterId, deliveries }: { matterId: string; deliveries: Delivery[] }) {
  const { review, words } = useStrings();
  if (deliveries.length === 0) return null;
  return (
    <section data-testid="deliveries">
      <h2 className="mb-2.5 text-sm font-semibold">{review.delivery.title}</h2>
      <ul className="flex flex-col gap-2 text-sm">
        {deliveries.map((delivery) => (
          <li key={delivery.id} data-state={delivery.state}>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={tones[delivery.state]}>{words.delivery[delivery.state]}</Badge>
              <span className="text-faint">{words.channel[delivery.channel]}</span>
              {delivery.sentAt && <RelativeTime at={delivery.sentAt} className="text-faint" />}
              {delivery.attempts > 1 && (
                <span className="text-faint">{review.delivery.attempts(delivery.attempts)}</span>
              )}
            </p>
            {delivery.error && <p className="mt-1 leading-6 text-danger">{delivery.error}</p>}
            <Settle matterId={matterId} delivery={delivery} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only a person can say whether a message of unknown fate arrived. */
function Settle({ matterId, delivery }: { matterId: string; delivery: Delivery }) {
  const { review } = useStrings();
  const me = useMe();
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  const mutation = useMutation({
    mutationFn: (decision: 'was-sent' | 'send-again') => settleDelivery(delivery.id, decision),
    onSuccess: (detail) => client.setQueryData(['matter', matterId], detail),
    onError: (error) => tell(errorText(error), 'danger'),
  });
  const uncertain = delivery.state === 'uncertain';
  if (!maySign(me.role) || !(uncertain || delivery.state === 'failed')) return null;
  return (
    <div className="mt-2 flex gap-2">
      {uncertain && (
        <Button size="sm" disabled={mutation.isPending} onClick={() => mutation.mutate('was-sent')}>
          {review.delivery.wasSent}
        </Button>
      )}
      <Button size="sm" disabled={mutation.isPending} onClick={() => mutation.mutate('send-again')}>
        {review.delivery.sendAgain}
      </Button>
    </div>
  );
}
