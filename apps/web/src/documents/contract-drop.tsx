import { FileText, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { sizeText } from '../corpus/check-selection.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { contractEndings } from './check-contract.ts';

interface ContractDropProps {
  file: File | null;
  onFile: (file: File | null) => void;
  /** How much is sent (0…1), null while nothing is being sent. */
  sent: number | null;
  onCancel: () => void;
}

/** One contract, by dragging or by choosing; then its name, its size, and how its sending goes. */
export function ContractDrop({ file, onFile, sent, onCancel }: ContractDropProps) {
  const { documents, common } = useStrings();
  const { upload } = documents;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first) onFile(first);
  };
  if (file !== null) {
    return (
      <div className="panel flex flex-col gap-3 px-4 py-3" data-testid="contract-file">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <FileText aria-hidden className="size-5 shrink-0 text-faint" />
          <span className="min-w-36 flex-1 truncate">{file.name}</span>
          <span className="tabular text-sm text-faint">{sizeText(file.size)}</span>
          {sent === null ? (
            <Button size="sm" variant="ghost" onClick={() => onFile(null)}>
              {upload.remove}
            </Button>
          ) : (
            <Button size="sm" onClick={onCancel} data-testid="contract-cancel">
              {common.cancel}
            </Button>
          )}
        </div>
        {sent !== null && (
          <>
            <ProgressBar label={upload.sending} part={sent < 1 ? sent : null} />
            <p className="text-sm text-soft" aria-live="polite">
              {sent < 1 ? upload.sending : upload.reading}
            </p>
          </>
        )}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way; the button inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      className={classNames(
        'flex flex-col items-center gap-3 rounded-2xl border-2 border-dashed px-6 py-8 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <Upload aria-hidden className="size-7 text-line-strong" strokeWidth={1.5} />
      <div className="flex flex-wrap items-center justify-center gap-2">
        <span className="text-soft">{upload.drop}</span>
        <Button size="sm" onClick={() => input.current?.click()}>
          {upload.choose}
        </Button>
      </div>
      <input
        ref={input}
        data-testid="contract-input"
        type="file"
        accept={contractEndings.join(',')}
        aria-label={upload.choose}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // So that the same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </div>
  );
}
