import type { MatterDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setFactsDate } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { today } from '../ui/relative-time.ts';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { saidDates, spokenWhen } from './facts-view.ts';

interface FactsDateDialogProps {
  detail: MatterDetail;
  lead: string;
  onClose: () => void;
}

/** Which day the facts happened on: one of the dates that the question names, any other, or not known. */
export function FactsDateDialog({ detail, lead, onClose }: FactsDateDialogProps) {
  const strings = useStrings();
  const { facts } = strings.lawTime;
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  const { matter, factsDate, factsDateReading } = detail;
  const [day, setDay] = useState(factsDate ?? factsDateReading?.day ?? '');
  const save = useMutation({
    mutationFn: (next: string | null) => setFactsDate(matter.id, next),
    onSuccess: (changed, next) => {
      client.setQueryData(['matter', matter.id], changed);
      void client.invalidateQueries({ queryKey: ['matter', matter.id, 'audit'] });
      void client.invalidateQueries({ queryKey: ['queue'] });
      tell(next !== null && next === factsDate ? facts.confirmed : facts.saved);
      onClose();
    },
  });
  const said = saidDates(factsDateReading, today());
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !save.isPending && onClose()}
      title={facts.title}
      description={lead}
      testId="facts-date-dialog"
      footer={
        <>
          <Button disabled={save.isPending} onClick={() => save.mutate(null)} data-testid="facts-date-unknown">
            {facts.notKnown}
          </Button>
          <Button
            variant="primary"
            busy={save.isPending}
            disabled={day === ''}
            onClick={() => save.mutate(day)}
            data-testid="facts-date-save"
          >
            {facts.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {said.length > 0 && (
          <fieldset>
            <legend className="mb-2 text-sm font-medium">{facts.said}</legend>
            <div className="flex flex-wrap gap-2">
              {said.map((date) => (
                <button
                  key={date.day}
                  type="button"
                  aria-pressed={day === date.day}
                  onClick={() => setDay(date.day)}
                  className="rounded-lg border border-line px-3 py-1.5 text-left text-sm hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-soft"
                >
                  <span lang="zh-CN">“{date.raw}”</span>{' '}
                  <span className="tabular text-faint">{spokenWhen(date, strings)}</span>
                </button>
              ))}
            </div>
          </fieldset>
        )}
        <Field label={facts.day}>
          {(control) => (
            <input
              {...control}
              data-testid="facts-date-input"
              type="date"
              min="1949-10-01"
              max={today()}
              value={day}
              onChange={(event) => setDay(event.target.value)}
              className={`${controlClass} h-10 sm:max-w-56`}
            />
          )}
        </Field>
        {save.error && (
          <Notice tone="danger" live>
            {errorText(save.error)}
          </Notice>
        )}
      </div>
    </Modal>
  );
}
