import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';

const accepted = '.md,.markdown,.txt,.docx,.pdf,.html,.htm';

/** Files by dragging or by choosing. A folder is chosen with its own button: browsers have no way to choose either. */
export function DropZone({ disabled, onFiles }: { disabled: boolean; onFiles: (files: File[]) => void }) {
  const { upload } = useStrings().corpus;
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles(Array.from(input.files ?? []));
    // So that the same file can be chosen again after it was removed.
    input.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way; the buttons inside are the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles(Array.from(event.dataTransfer.files));
      }}
      className={classNames(
        'flex flex-col items-center gap-3 rounded-2xl border-2 border-dashed px-6 py-12 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <Upload aria-hidden className="size-7 text-line-strong" strokeWidth={1.5} />
      <div className="flex flex-wrap items-center justify-center gap-2">
        <span className="text-soft">{upload.drop}</span>
        <Button size="sm" disabled={disabled} onClick={() => files.current?.click()}>
          {upload.choose}
        </Button>
        <Button size="sm" variant="ghost" disabled={disabled} onClick={() => folder.current?.click()}>
          {upload.chooseFolder}
        </Button>
      </div>
      <input
        ref={files}
        data-testid="upload-input"
        type="file"
        multiple
        accept={accepted}
        aria-label={upload.choose}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => take(event.target)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React has no attribute of this name.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        aria-label={upload.chooseFolder}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => take(event.target)}
      />
    </div>
  );
}
