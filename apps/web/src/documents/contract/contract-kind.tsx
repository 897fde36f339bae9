import type { DocumentDetail, ReviewedContract } from '@lutai/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reviewContract } from '../../api/documents.ts';
import { useStrings } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useErrorText } from '../../ui/use-error-text.ts';
import { useKeepDocument } from '../use-keep-document.ts';

interface ContractKindProps {
  document: DocumentDetail;
  contract: ReviewedContract;
  editable: boolean;
}

/** As which type the contract was reviewed, for whose side, and the way to choose another. */
export function ContractKind({ document, contract, editable }: ContractKindProps) {
  const { documents } = useStrings();
  const words = documents.contract;
  const keep = useKeepDocument();
  const errorText = useErrorText();
  const [type, setType] = useState(contract.type);
  const [side, setSide] = useState(contract.side ?? '');
  const mutation = useMutation({
    mutationFn: () =>
      reviewContract(document.id, {
        baseRevisionId: document.baseRevisionId,
        type,
        ...(side === '' ? {} : { side }),
      }),
    onSuccess: keep,
  });
  const chosen = contract.types.find(({ id }) => id === type);
  const changed = type !== contract.type || side !== (contract.side ?? '');
  const sides = [
    { value: '', label: words.bothSides },
    ...(chosen?.sides ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="flex flex-col gap-3 border-b border-line px-4 py-4 lg:px-6">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={words.type}
          className="min-w-40 flex-1"
          testId="contract-type"
          value={type}
          options={contract.types.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => {
            setType(next);
            setSide('');
          }}
        />
        <SelectField
          label={words.side}
          className="min-w-32"
          testId="contract-side"
          value={side}
          options={sides}
          onChange={setSide}
        />
        {changed && editable && (
          <Button busy={mutation.isPending} onClick={() => mutation.mutate()} data-testid="review-again">
            {words.again}
          </Button>
        )}
      </div>
      {changed ? (
        <p className="text-sm text-warn">{words.againLead}</p>
      ) : (
        <p lang="zh-CN" className="text-sm text-faint">
          {contract.typeReason}
        </p>
      )}
      {contract.readNotes.length > 0 && (
        <div data-testid="read-notes">
          <Notice tone="warn" title={words.notes}>
            {contract.readNotes.map((note) => (
              <p key={note} lang="zh-CN">
                {note}
              </p>
            ))}
          </Notice>
        </div>
      )}
      {contract.notes.map((note) => (
        <p key={note} lang="zh-CN" className="text-sm text-warn">
          {note}
        </p>
      ))}
      {mutation.error && (
        <p role="alert" className="text-sm text-danger">
          {errorText(mutation.error)}
        </p>
      )}
    </div>
  );
}
