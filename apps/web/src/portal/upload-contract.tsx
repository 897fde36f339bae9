import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileSearch } from 'lucide-react';
import { useRef, useState } from 'react';
import { sendContract, uploadContract } from '../api/documents.ts';
import { checkContract } from '../documents/check-contract.ts';
import { ContractDrop } from '../documents/contract-drop.tsx';
import { useStrings } from '../language/language.tsx';
import { newSubmissionKey, type Submission, submissionFor } from '../storage/submission-key.ts';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { clientDocumentsId } from './client-documents.tsx';

/** Sends a contract to be reviewed: into the matter that is given, else into a new one. */
export function UploadContract({ matterId }: { matterId?: string }) {
  const { portal } = useStrings();
  const { contract } = portal;
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        data-testid="open-contract-upload"
        className="flex w-full items-center gap-3 rounded-xl border border-line px-4 py-3 text-left transition-colors hover:border-line-strong hover:bg-surface"
      >
        <FileSearch aria-hidden className="size-5 shrink-0 text-accent" strokeWidth={1.75} />
        <span>
          <span className="block font-medium">{contract.title}</span>
          <span className="block text-sm leading-6 text-faint">{contract.lead}</span>
        </span>
      </button>
    );
  }
  return <UploadForm onClose={() => setOpen(false)} {...(matterId === undefined ? {} : { matterId })} />;
}

function UploadForm({ matterId, onClose }: { matterId?: string; onClose: () => void }) {
  const { portal, documents, common } = useStrings();
  const { contract } = portal;
  const errorText = useErrorText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(0);
  const abort = useRef<AbortController | null>(null);
  // A second try after a lost answer is the same matter.
  const submission = useRef<Submission | null>(null);
  const mutation = useMutation({
    mutationFn: (chosen: File) => {
      abort.current = new AbortController();
      setSent(0);
      const options = { signal: abort.current.signal, onSent: setSent };
      if (matterId !== undefined) return uploadContract(matterId, chosen, options);
      const { name, size, lastModified } = chosen;
      const content = { name, size, lastModified, note: note.trim() };
      submission.current = submissionFor(submission.current, content, newSubmissionKey);
      return sendContract(chosen, { note: content.note, idempotencyKey: submission.current.key }, options);
    },
    onSuccess: async ({ document: { matterId: into } }) => {
      void client.invalidateQueries({ queryKey: ['matters'] });
      const shown = client.invalidateQueries({ queryKey: ['matter', into] });
      if (matterId === undefined) await navigate({ to: '/matters/$matterId', params: { matterId: into } });
      else {
        await shown;
        onClose();
        requestAnimationFrame(showDocuments);
      }
    },
  });
  const cancelled = mutation.error instanceof DOMException;
  // Known before it is sent.
  const issue = file === null ? null : checkContract(file);
  return (
    <section className="panel flex flex-col gap-4 px-5 py-4" data-testid="contract-upload">
      <div>
        <h2 className="font-medium">{contract.title}</h2>
        <p className="text-sm leading-6 text-faint">{documents.upload.lead}</p>
      </div>
      <ContractDrop
        file={file}
        onFile={(next) => {
          mutation.reset();
          setFile(next);
        }}
        sent={mutation.isPending ? sent : null}
        onCancel={() => abort.current?.abort()}
      />
      {matterId === undefined && (
        <Field label={contract.note} optional>
          {(control) => (
            <textarea
              {...control}
              value={note}
              maxLength={5000}
              disabled={mutation.isPending}
              onChange={(event) => setNote(event.target.value)}
              placeholder={contract.notePlaceholder}
              className={`${controlClass} field-sizing-content min-h-20 py-2 leading-7`}
            />
          )}
        </Field>
      )}
      {mutation.error && !cancelled && (
        <Notice tone="danger" live>
          {errorText(mutation.error)}
        </Notice>
      )}
      {issue && (
        <Notice tone="warn" live>
          {contract.issues[issue]}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button
          variant="primary"
          disabled={file === null || issue !== null}
          busy={mutation.isPending}
          onClick={() => file && mutation.mutate(file)}
          data-testid="contract-submit"
        >
          {contract.submit}
        </Button>
        <Button variant="ghost" disabled={mutation.isPending} onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </section>
  );
}

/** What became of the file stands above the conversation, which may be long. */
function showDocuments(): void {
  document.getElementById(clientDocumentsId)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}
