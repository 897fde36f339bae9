import type { Draft } from '@lutai/contracts';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import { CitedText } from '../citations/cited-text.tsx';
import { useStrings } from '../language/language.tsx';
import { useKeys } from '../shortcuts/use-keys.ts';
import { Badge } from '../ui/badge.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { EditorHandle } from './draft-workspace.tsx';
import type { CheckedCitations } from './use-checked-citations.ts';
import type { DraftEditor } from './use-draft-editor.ts';

interface DraftEditorPaneProps {
  editor: DraftEditor;
  checked: CheckedCitations;
  editable: boolean;
  preview: boolean;
  onPreview: (preview: boolean) => void;
  handle: RefObject<EditorHandle | null>;
  draft: Draft;
}

/** The text itself: as Markdown to be edited, or as the client will read it. */
export function DraftEditorPane({
  editor,
  checked,
  editable,
  preview,
  onPreview,
  handle,
  draft,
}: DraftEditorPaneProps) {
  const { review, words } = useStrings();
  const area = useRef<HTMLTextAreaElement>(null);
  useKeys({ 'alt+p': () => editable && onPreview(!preview), 'alt+π': () => editable && onPreview(!preview) });

  useImperativeHandle(
    handle,
    () => ({
      insert: (text) => insertText(area.current, text),
      select: (start, end) => {
        // Browsers scroll to a selection only when the field gets the focus.
        area.current?.blur();
        area.current?.setSelectionRange(start, end);
        area.current?.focus();
      },
    }),
    [],
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col px-4 pt-3 lg:px-6">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {draft.outcome && (
          <Badge tone={draft.outcome === 'answered' ? 'ok' : 'warn'}>{words.outcome[draft.outcome]}</Badge>
        )}
        {draft.asOf && <span className="text-[0.8125rem] text-faint">{review.asOf(draft.asOf)}</span>}
        <span className="tabular ml-auto text-[0.8125rem] text-faint">
          {review.editor.characters(editor.text.length)}
        </span>
        {editable && (
          <Segmented
            label={review.editor.label}
            value={preview ? 'preview' : 'edit'}
            onChange={(value) => onPreview(value === 'preview')}
            options={[
              { value: 'edit', label: review.editor.edit, testId: 'mode-edit' },
              { value: 'preview', label: review.editor.preview, testId: 'mode-preview' },
            ]}
          />
        )}
      </div>
      {preview ? (
        <div
          data-testid="draft-preview"
          className="panel min-h-64 flex-1 overflow-y-auto px-5 py-5 lg:mb-3 lg:px-8 lg:py-7"
        >
          <CitedText text={editor.text} citations={checked.citations} withStates />
        </div>
      ) : (
        <textarea
          ref={area}
          data-testid="draft-editor"
          aria-label={review.editor.label}
          lang="zh-CN"
          spellCheck={false}
          value={editor.text}
          onChange={(event) => editor.change(event.target.value)}
          className="panel min-h-[50dvh] w-full flex-1 resize-none px-5 py-5 text-base leading-8 focus-visible:border-accent focus-visible:outline-offset-0 lg:mb-3 lg:min-h-0 lg:px-8 lg:py-7"
        />
      )}
    </div>
  );
}

/** Puts text where the caret is. `insertText` keeps the browser's undo; where it is gone, the text is set. */
function insertText(area: HTMLTextAreaElement | null, text: string): void {
  if (area === null) return;
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
