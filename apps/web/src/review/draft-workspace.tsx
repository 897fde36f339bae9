import type { Draft, MatterDetail, Revision } from '@lutai/contracts';
import { useCallback, useRef, useState } from 'react';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { approvalBlocks, findPlaceholder } from './approval-blocks.ts';
import { ApproveBar } from './approve-bar.tsx';
import { DraftEditorPane, type DraftVersion } from './draft-editor-pane.tsx';
import { DraftNotices } from './draft-notices.tsx';
import { type AskedTab, EvidenceColumn } from './evidence-column.tsx';
import type { Pane } from './review-desk.tsx';
import { type CheckedCitations, useCheckedCitations } from './use-checked-citations.ts';
import { type DraftEditor, useDraftEditor } from './use-draft-editor.ts';

export interface EditorHandle {
  insert: (text: string) => void;
  /** Puts a text in the place of all that is there; the browser's undo takes it back. */
  replace: (text: string) => void;
  select: (start: number, end: number) => void;
}

/** What the evidence beside the draft needs of it. */
export interface Workspace {
  draft: Draft;
  revision: Revision;
  editor: DraftEditor;
  checked: CheckedCitations;
  /** Null while the text cannot be changed. */
  insert: ((text: string) => void) | null;
  locate: (start: number, end: number) => void;
}

interface DraftWorkspaceProps {
  detail: MatterDetail;
  draft: Draft;
  revision: Revision;
  centreClass: string;
  evidenceClass: string;
  onPane: (pane: Pane) => void;
}

/** One draft and its evidence; everything here begins anew with another draft. */
export function DraftWorkspace({ detail, draft, revision, centreClass, evidenceClass, onPane }: DraftWorkspaceProps) {
  const me = useMe();
  const editor = useDraftEditor(draft, revision);
  const checked = useCheckedCitations(editor.text, revision, draft.asOf);
  // A draft that failed may hold a text to go on from: saving it makes it ready.
  const editable =
    (draft.status === 'ready' || draft.status === 'failed') &&
    maySign(me.role) &&
    detail.matter.assigneeId === me.id &&
    detail.matter.status !== 'archived';
  const [preview, setPreview] = useState(false);
  const [version, setVersion] = useState<DraftVersion>('client');
  const [replaced, setReplaced] = useState<{ before: string; after: string } | null>(null);
  const [asked, setAsked] = useState<AskedTab>({ tab: 'basis', times: 0 });
  const handle = useRef<EditorHandle>(null);
  const showTab = (tab: AskedTab['tab']) => {
    onPane('evidence');
    setAsked(({ times }) => ({ tab, times: times + 1 }));
  };
  const blocks = approvalBlocks(detail, me, editor.dirty);

  const onEditor = useCallback(
    (run: (handle: EditorHandle) => void) => {
      setPreview(false);
      setVersion('client');
      onPane('draft');
      // The editor may only now come into view.
      requestAnimationFrame(() => handle.current && run(handle.current));
    },
    [onPane],
  );
  const workspace: Workspace = {
    draft,
    revision,
    editor,
    checked,
    insert: editable ? (text) => onEditor(({ insert }) => insert(text)) : null,
    locate: (start, end) => onEditor(({ select }) => select(start, end)),
  };

  const replace = (text: string) => {
    setReplaced({ before: editor.text, after: text });
    onEditor((now) => now.replace(text));
  };

  return (
    <>
      <div className={centreClass}>
        <DraftNotices
          detail={detail}
          draft={draft}
          editor={editor}
          onShowDiff={() => showTab('revisions')}
          onUndoReplace={
            replaced === null || editor.text !== replaced.after
              ? null
              : () => {
                  onEditor((now) => now.replace(replaced.before));
                  setReplaced(null);
                }
          }
        />
        <DraftEditorPane
          editor={editor}
          checked={checked}
          editable={editable}
          preview={preview || !editable}
          onPreview={setPreview}
          version={version}
          onVersion={setVersion}
          onReplace={editable ? replace : null}
          handle={handle}
          draft={draft}
        />
        <ApproveBar
          detail={detail}
          draft={draft}
          revision={revision}
          editor={editor}
          blocks={blocks}
          onShowCitations={() => showTab('citations')}
          onShowPlaceholder={() => {
            const place = findPlaceholder(editor.text);
            if (place) onEditor(({ select }) => select(...place));
          }}
        />
      </div>
      <div className={evidenceClass}>
        <EvidenceColumn detail={detail} workspace={workspace} asked={asked} />
      </div>
    </>
  );
}
