import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { uploadFiles } from '../api/upload-files.ts';
import { useStrings } from '../language/language.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { checkSelection, sizeText, uploadLimits } from './check-selection.ts';
import { DropZone } from './drop-zone.tsx';

export function UploadForm({ onStarted }: { onStarted: (jobId: string) => void }) {
  const { corpus, common } = useStrings();
  const { upload } = corpus;
  const errorText = useErrorText();
  const [files, setFiles] = useState<File[]>([]);
  const [kind, setKind] = useState<'laws' | 'cases'>('laws');
  const [sent, setSent] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: () => {
      abort.current = new AbortController();
      setSent(0);
      return uploadFiles({ files, kind }, { signal: abort.current.signal, onSent: setSent });
    },
    onSuccess: onStarted,
  });
  const issue = checkSelection(files);
  const issueText =
    issue === null
      ? null
      : issue.code === 'too-many'
        ? upload.tooMany(uploadLimits.files)
        : issue.code === 'too-large'
          ? upload.tooLarge(issue.names.join('、'), sizeText(uploadLimits.fileBytes))
          : upload.tooMuch(sizeText(uploadLimits.allBytes));
  const cancelled = mutation.error instanceof DOMException;

  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-sm text-soft">{upload.kind}</span>
        <Segmented
          label={upload.kind}
          value={kind}
          onChange={setKind}
          options={(['laws', 'cases'] as const).map((value) => ({
            value,
            label: upload.kinds[value],
            testId: `upload-kind-${value}`,
          }))}
        />
      </div>
      <DropZone
        disabled={mutation.isPending}
        onFiles={(added) => {
          mutation.reset();
          setFiles((before) => merge(before, added));
        }}
      />
      {mutation.error && !cancelled && (
        <Notice tone="danger" live>
          {errorText(mutation.error)}
        </Notice>
      )}
      {issueText && (
        <Notice tone="warn" live>
          {issueText}
        </Notice>
      )}
      {files.length > 0 && (
        <section className="panel overflow-hidden">
          <header className="flex items-center justify-between border-b border-line px-4 py-2.5 text-sm text-soft">
            <span className="tabular">
              {upload.selected(files.length, sizeText(files.reduce((sum, { size }) => sum + size, 0)))}
            </span>
            <Button size="sm" variant="ghost" disabled={mutation.isPending} onClick={() => setFiles([])}>
              {upload.clear}
            </Button>
          </header>
          <ul className="max-h-72 overflow-y-auto">
            {files.map((file) => (
              <li key={pathOf(file)} className="flex items-center gap-3 px-4 py-1.5 text-sm">
                <span className="min-w-0 flex-1 truncate">{pathOf(file)}</span>
                <span className="tabular text-faint">{sizeText(file.size)}</span>
                <IconButton
                  label={upload.remove(file.name)}
                  disabled={mutation.isPending}
                  onClick={() => setFiles((before) => before.filter((each) => each !== file))}
                >
                  <X aria-hidden className="size-4" />
                </IconButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mutation.isPending ? (
        <div className="flex items-center gap-4">
          <ProgressBar label={upload.sending} part={sent} className="flex-1" />
          <Button onClick={() => abort.current?.abort()} data-testid="upload-cancel">
            {common.cancel}
          </Button>
        </div>
      ) : (
        <Button
          variant="primary"
          className="self-start"
          disabled={files.length === 0 || issue !== null}
          onClick={() => mutation.mutate()}
          data-testid="upload-submit"
        >
          {upload.start}
        </Button>
      )}
    </div>
  );
}

const pathOf = (file: File) => file.webkitRelativePath || file.name;

/** The same file chosen twice is one file. */
function merge(before: File[], added: File[]): File[] {
  const known = new Set(before.map(pathOf));
  return [...before, ...added.filter((file) => !known.has(pathOf(file)))];
}
