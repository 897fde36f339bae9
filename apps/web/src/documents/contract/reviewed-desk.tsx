import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Save } from 'lucide-react';
import { useMemo, useState } from 'react';
import { decideFinding, fillDocument } from '../../api/documents.ts';
import { useStrings } from '../../language/language.tsx';
import { useMe } from '../../session/use-me.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useErrorText } from '../../ui/use-error-text.ts';
import { AfterDocument } from '../after-document.tsx';
import { mayEdit } from '../document-blocks.ts';
import { DocumentFoot } from '../document-foot.tsx';
import { DocumentHeader } from '../document-header.tsx';
import { DocumentLayout, useShownSide } from '../document-layout.tsx';
import { useKeepDocument } from '../use-keep-document.ts';
import { ContractText } from './contract-text.tsx';
import { orderFindings } from './finding-filter.ts';
import { FindingsPane } from './findings-pane.tsx';

interface Decision {
  key: string;
  decision: 'accepted' | 'rejected' | null;
  suggestion: string | null;
}

/** A contract that was sent in: its text beside what was found in it. */
export function ReviewedDesk({ detail, document }: { detail: MatterDetail; document: DocumentDetail }) {
  const { documents } = useStrings();
  const me = useMe();
  const client = useQueryClient();
  const keep = useKeepDocument();
  const tell = useToast();
  const errorText = useErrorText();
  const [shown, setShown] = useShownSide('right');
  const [chosen, setChosen] = useState<string | null>(null);
  const editable = mayEdit(detail, document, me);
  const { contract, baseRevisionId } = document;
  const findings = useMemo(() => orderFindings(contract?.findings ?? []), [contract]);
  const onError = (error: unknown) => {
    tell(errorText(error), 'danger');
    void client.invalidateQueries({ queryKey: ['matter', detail.matter.id] });
  };
  const decide = useMutation({
    mutationFn: ({ key, ...word }: Decision) => decideFinding(document.id, key, { baseRevisionId, ...word }),
    onSuccess: keep,
    onError,
  });
  const confirm = useMutation({
    mutationFn: () => fillDocument(document.id, { baseRevisionId, values: {} }),
    onSuccess: keep,
    onError,
  });
  if (contract === null) return null;
  return (
    <DocumentLayout
      switchLabel={documents.view}
      shown={shown}
      onShow={setShown}
      header={<DocumentHeader detail={detail} document={document} editable={editable} />}
      notices={<AfterDocument detail={detail} document={document} />}
      left={{
        label: documents.panes.contract,
        content: (
          <ContractText
            text={contract.text}
            findings={findings}
            chosen={chosen}
            onChoose={(key) => {
              setChosen(key);
              setShown('right');
            }}
          />
        ),
      }}
      right={{
        label: `${documents.panes.findings} ${findings.length}`,
        content: (
          <FindingsPane
            document={document}
            contract={contract}
            findings={findings}
            chosen={chosen}
            editable={editable}
            busy={decide.isPending ? decide.variables.key : null}
            onChoose={(key) => {
              setChosen(key);
              setShown('left');
            }}
            onDecide={({ key }, decision, suggestion) => decide.mutate({ key, decision, suggestion })}
          />
        ),
      }}
      foot={
        <DocumentFoot
          detail={detail}
          document={document}
          dirty={false}
          onShowCitations={() => {
            setShown('right');
            // The pane may only now come into view.
            requestAnimationFrame(showCitations);
          }}
          save={
            <Button
              icon={<Save aria-hidden className="size-4" />}
              busy={confirm.isPending}
              onClick={() => confirm.mutate()}
              data-testid="confirm-document"
            >
              {documents.form.save}
            </Button>
          }
        />
      }
    />
  );
}

function showCitations(): void {
  const box = window.document.getElementById('citation-findings');
  if (box instanceof HTMLDetailsElement) box.open = true;
  box?.scrollIntoView({ block: 'start' });
}
