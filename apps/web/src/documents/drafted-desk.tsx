import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { Save, UserPen } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { useMe } from '../session/use-me.ts';
import { useKeys } from '../shortcuts/use-keys.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { AfterDocument } from './after-document.tsx';
import { mayEdit } from './document-blocks.ts';
import { DocumentFoot } from './document-foot.tsx';
import { DocumentHeader } from './document-header.tsx';
import { DocumentLayout, useShownSide } from './document-layout.tsx';
import { FormNotices } from './form/form-notices.tsx';
import { FormPane } from './form/form-pane.tsx';
import { useDocumentForm } from './form/use-document-form.ts';
import { useLivePreview } from './preview/use-live-preview.ts';
import { PreviewPane, type PreviewTab } from './preview-pane.tsx';
import { RequestFields } from './request-fields.tsx';

/** A document drafted from a template: its form beside what it becomes. */
export function DraftedDesk({ detail, document }: { detail: MatterDetail; document: DocumentDetail }) {
  const { documents } = useStrings();
  const me = useMe();
  const tell = useToast();
  const editable = mayEdit(detail, document, me);
  const form = useDocumentForm(document, (saved) => tell(documents.form.saved(saved.revision?.number ?? 0)));
  const preview = useLivePreview(document, form.changes);
  const [shown, setShown] = useShownSide('left');
  const [asking, setAsking] = useState(false);
  const [tab, setTab] = useState<PreviewTab>('preview');
  const canSave = editable && !form.stale && !form.save.isPending;
  useKeys({ 'mod+s': () => canSave && form.submit() });
  return (
    <>
      <DocumentLayout
        switchLabel={documents.view}
        shown={shown}
        onShow={setShown}
        header={
          <DocumentHeader
            detail={detail}
            document={document}
            editable={editable}
            actions={
              editable && (
                <Button
                  size="sm"
                  icon={<UserPen aria-hidden className="size-4" />}
                  onClick={() => setAsking(true)}
                  data-testid="request-client"
                >
                  {documents.request.button}
                </Button>
              )
            }
          />
        }
        notices={
          <>
            <AfterDocument detail={detail} document={document} />
            <FormNotices form={form} />
          </>
        }
        left={{
          label: documents.panes.form,
          content: <FormPane document={document} form={form} preview={preview} disabled={!editable} />,
        }}
        right={{
          label: documents.panes.preview,
          content: (
            <PreviewPane
              document={document}
              editable={editable}
              dirty={form.dirty}
              preview={preview}
              tab={tab}
              onTab={setTab}
            />
          ),
        }}
        foot={
          <DocumentFoot
            detail={detail}
            // While something is not saved, what is said of it, not of what it takes the place of.
            document={form.dirty && preview.page ? { ...document, obstacles: preview.page.obstacles } : document}
            dirty={form.dirty}
            onShowCitations={() => {
              setTab('citations');
              setShown('right');
            }}
            save={
              <Button
                icon={<Save aria-hidden className="size-4" />}
                disabled={!canSave}
                busy={form.save.isPending}
                onClick={form.submit}
                data-testid="save-document"
              >
                {documents.form.save}
              </Button>
            }
          />
        }
      />
      {asking && (
        <RequestFields document={document} clientName={detail.matter.clientName} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
