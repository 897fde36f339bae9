import type { Deadline } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { enterEvent } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlBase } from '../ui/field.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

/** Says on which day something happened that a deadline turns on; all deadlines of the draft are counted anew. */
export function EnterEvent({ deadline, draftId, matterId }: { deadline: Deadline; draftId: string; matterId: string }) {
  const { review } = useStrings();
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  const [event, setEvent] = useState(deadline.startEvent ?? deadline.events[0]?.id ?? '');
  const [day, setDay] = useState('');
  const [until, setUntil] = useState('');
  const lasts = ['obstacle', 'employment-disputed', 'sued'].includes(event);
  const entered = deadline.entered.find((each) => each.event === event);
  const enter = useMutation({
    mutationFn: (taken: string | null) =>
      enterEvent(draftId, { event, day: taken, until: taken !== null && lasts && until !== '' ? until : null }),
    onSuccess: (detail) => {
      client.setQueryData(['matter', matterId], detail);
      void client.invalidateQueries({ queryKey: ['queue'] });
      setDay('');
      setUntil('');
    },
    onError: (error) => tell(errorText(error), 'danger'),
  });
  const small = `${controlBase} h-8 max-w-full text-sm`;
  return (
    <form
      data-testid="enter-event"
      className="mt-2 flex flex-wrap items-center gap-2"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        enter.mutate(day);
      }}
    >
      <select
        aria-label={review.deadline.event}
        value={event}
        onChange={({ target }) => setEvent(target.value)}
        className={small}
      >
        {deadline.events.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <input
        type="date"
        required
        aria-label={review.deadline.day}
        value={day}
        onChange={({ target }) => setDay(target.value)}
        className={small}
      />
      {lasts && (
        <input
          type="date"
          min={day}
          aria-label={review.deadline.until}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
          className={small}
        />
      )}
      <Button type="submit" size="sm" disabled={day === ''} busy={enter.isPending}>
        {review.deadline.enter}
      </Button>
      {entered && (
        <Button type="button" size="sm" variant="ghost" onClick={() => enter.mutate(null)}>
          {review.deadline.takeBack(entered.day)}
        </Button>
      )}
    </form>
  );
}
