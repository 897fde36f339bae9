import type { Draft } from '@lutai/contracts';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import { CitedText } from '../citations/cited-text.tsx';
import { AiLabelled } from '../labels/ai-label.tsx';
import { isUnapproved } from '../labels/is-unapproved.ts';
import { useStrings } from '../language/language.tsx';
import { useKeys } from '../shortcuts/use-keys.ts';
import { Badge } from '../ui/badge.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { EditorHandle } from './draft-workspace.tsx';
import { PractitionerPane } from './practitioner-pane.tsx';
import type { CheckedCitations } from './use-checked-citations.ts';
import type { DraftEditor } from './use-draft-editor.ts';

/** The same answer for the one who asked or for a practitioner. */
export type DraftVersion = 'client' | 'practitioner';

interface DraftEditorPaneProps {
  editor: DraftEditor;
  checked: CheckedCitations;
  editable: boolean;
  preview: boolean;
  onPreview: (preview: boolean) => void;
  version: DraftVersion;
  onVersion: (version: DraftVersion) => void;
  /** Makes a text the answer; null while it cannot be changed. */
  onReplace: ((text: string) => void) | null;
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
  version,
  onVersion,
  onReplace,
  handle,
  draft,
}: DraftEditorPaneProps) {
  const { review, words, drafting } = useStrings();
  const { practitionerText } = draft;
  const practitioner = version === 'practitioner' ? practitionerText : null;
  const labelled = isUnapproved(draft);
  const area = useRef<HTMLTextAreaElement>(null);
  useKeys({ 'alt+p': () => editable && onPreview(!preview), 'alt+π': () => editable && onPreview(!preview) });

  useImperativeHandle(
    handle,
    () => ({
      insert: (text) => insertText(area.current, text),
      replace: (text) => {
        area.current?.select();
        insertText(area.current, text);
        area.current?.setSelectionRange(0, 0);
        area.current?.scrollTo({ top: 0 });
      },
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
        {practitionerText !== null && (
          <Segmented
            label={drafting.versions.label}
            value={version}
            onChange={onVersion}
            options={[
              { value: 'client', label: drafting.versions.client, testId: 'version-client' },
              { value: 'practitioner', label: drafting.versions.practitioner, testId: 'version-practitioner' },
            ]}
          />
        )}
        {draft.outcome && showsOutcome(draft.route) && (
          <Badge tone={draft.outcome === 'answered' ? 'ok' : 'warn'}>{words.outcome[draft.outcome]}</Badge>
        )}
        {draft.asOf && <span className="text-[0.8125rem] text-faint max-2xl:hidden">{review.asOf(draft.asOf)}</span>}
        <span className="tabular ml-auto text-[0.8125rem] text-faint max-2xl:hidden">
          {review.editor.characters((practitioner ?? editor.text).length)}
        </span>
        {editable && practitioner === null && (
          <Segmented
            label={review.editor.label}
            className="ml-auto 2xl:ml-0"
            value={preview ? 'preview' : 'edit'}
            onChange={(value) => onPreview(value === 'preview')}
            options={[
              { value: 'edit', label: review.editor.edit, testId: 'mode-edit' },
              { value: 'preview', label: review.editor.preview, testId: 'mode-preview' },
            ]}
          />
        )}
      </div>
      {practitioner !== null ? (
        <PractitionerPane
          draft={draft}
          text={practitioner}
          dirty={editor.dirty}
          onUse={onReplace && (() => onReplace(practitioner))}
        />
      ) : preview ? (
        <div
          data-testid="draft-preview"
          className="panel min-h-64 flex-1 overflow-y-auto px-5 py-5 lg:mb-3 lg:px-8 lg:py-7"
        >
          <AiLabelled labelled={labelled}>
            <CitedText text={editor.text} citations={checked.citations} withStates />
          </AiLabelled>
        </div>
      ) : (
        <div className="panel flex min-h-[50dvh] flex-1 flex-col px-5 py-4 focus-within:border-accent lg:mb-3 lg:min-h-0 lg:px-8 lg:py-5">
          <AiLabelled labelled={labelled} compact>
            <textarea
              ref={area}
              data-testid="draft-editor"
              aria-label={review.editor.label}
              lang="zh-CN"
              spellCheck={false}
              value={editor.text}
              onChange={(event) => editor.change(event.target.value)}
              className="min-h-[40dvh] w-full flex-1 resize-none bg-transparent text-base leading-8 focus-visible:outline-none lg:min-h-0"
            />
          </AiLabelled>
        </div>
      )}
    </div>
  );
}

/** Where nothing was drafted, the route says all that there is to say. */
const showsOutcome = (route: Draft['route']) => route === null || route === 'answer' || route === 'danger';

/** Puts text where the caret is. `insertText` keeps the browser's undo; where it is gone, the text is set. */
function insertText(area: HTMLTextAreaElement | null, text: string): void {
  if (area === null) return;
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
