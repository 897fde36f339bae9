import type { DocumentDetail } from '@lutai/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { requestFields } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { fieldsMissing } from './form/field-path.ts';
import { MissingDot } from './form/party-input.tsx';
import { useKeepDocument } from './use-keep-document.ts';

interface RequestFieldsProps {
  document: DocumentDetail;
  clientName: string;
  onClose: () => void;
}

/** Which fields the client is asked to fill in: at first those that lack something. */
export function RequestFields({ document, clientName, onClose }: RequestFieldsProps) {
  const { documents, common } = useStrings();
  const keep = useKeepDocument();
  const tell = useToast();
  const errorText = useErrorText();
  const { fields, missing, requestedFields } = document;
  const lacking = fieldsMissing(fields, missing);
  const [chosen, setChosen] = useState<readonly string[]>(requestedFields.length > 0 ? requestedFields : lacking);
  const mutation = useMutation({
    mutationFn: (asked: string[]) => requestFields(document.id, asked),
    onSuccess: (after, asked) => {
      keep(after);
      tell(asked.length > 0 ? documents.request.sent : documents.request.withdrawn);
      onClose();
    },
  });
  const toggle = (key: string) =>
    setChosen(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]);
  return (
    <Modal
      open
      onOpenChange={(open) => !open && onClose()}
      title={documents.request.title}
      description={documents.request.lead(clientName)}
      testId="request-fields"
      footer={
        <>
          {requestedFields.length > 0 && (
            <Button
              variant="ghost"
              className="mr-auto"
              disabled={mutation.isPending}
              onClick={() => mutation.mutate([])}
              data-testid="request-withdraw"
            >
              {documents.request.withdraw}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0}
            busy={mutation.isPending}
            onClick={() => mutation.mutate([...chosen])}
            data-testid="request-send"
          >
            {documents.request.send(chosen.length)}
          </Button>
        </>
      }
    >
      {mutation.error && (
        <div className="mb-3">
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        </div>
      )}
      <div className="mb-2 flex gap-2">
        <Button size="sm" onClick={() => setChosen(lacking)} disabled={lacking.length === 0}>
          {documents.request.missing}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setChosen([])}>
          {documents.request.none}
        </Button>
      </div>
      <ul lang="zh-CN" className="flex flex-col divide-y divide-line">
        {fields
          .filter(({ asked }) => asked)
          .map(({ key, label, question }) => (
            <li key={key}>
              <label className="flex cursor-pointer items-start gap-3 py-2.5">
                <input
                  type="checkbox"
                  checked={chosen.includes(key)}
                  onChange={() => toggle(key)}
                  data-testid={`request-${key}`}
                  className="mt-1 size-4 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  <span className="flex items-center gap-2 text-sm font-medium">
                    {label}
                    {lacking.includes(key) && <MissingDot />}
                  </span>
                  <span className="block text-sm leading-6 text-faint">{question}</span>
                </span>
              </label>
            </li>
          ))}
      </ul>
    </Modal>
  );
}
