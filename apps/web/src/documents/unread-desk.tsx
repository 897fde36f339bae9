import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { AfterDocument } from './after-document.tsx';
import { DocumentHeader } from './document-header.tsx';
import { ReadingLine } from './reading-line.tsx';
import { UploadContract } from './upload-contract.tsx';
import { useDiscard } from './use-discard.ts';

/** A contract whose pages are being recognised, or could not be: how far it is, and the ways on. */
export function UnreadDesk({ detail, document }: { detail: MatterDetail; document: DocumentDetail }) {
  const { documents } = useStrings();
  const words = documents.reading;
  const me = useMe();
  const [choosing, setChoosing] = useState(false);
  const { matter } = detail;
  const reading = document.status === 'reading';
  const discard = useDiscard(document, reading ? words.cancelled : words.removed);
  const free = matter.assigneeId === null || matter.assigneeId === me.id;
  const mayDiscard = maySign(me.role) && matter.status !== 'archived' && free;
  const giveUp = mayDiscard && (
    <Button size="sm" busy={discard.isPending} onClick={() => discard.mutate()} data-testid="give-up-reading">
      {reading ? words.cancel : words.remove}
    </Button>
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <DocumentHeader detail={detail} document={document} editable={false} />
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 py-8">
        {reading && (
          <section className="panel flex flex-col gap-4 px-5 py-5" data-testid="reading">
            <div>
              <h2 className="font-semibold">{words.title}</h2>
              <p className="mt-1 text-sm leading-6 text-soft">{words.body}</p>
            </div>
            <ReadingLine reading={document.reading} />
            <div>{giveUp}</div>
          </section>
        )}
        {document.status === 'unreadable' && (
          <div data-testid="unreadable">
            <Notice
              tone="danger"
              live
              title={words.failedTitle}
              actions={
                mayDiscard && (
                  <>
                    <Button size="sm" variant="primary" onClick={() => setChoosing(true)}>
                      {words.another}
                    </Button>
                    {giveUp}
                  </>
                )
              }
            >
              <p lang="zh-CN">{document.failure}</p>
              <p>{words.failedBody}</p>
            </Notice>
          </div>
        )}
        {document.status === 'discarded' && <AfterDocument detail={detail} document={document} />}
      </div>
      {choosing && <UploadContract matterId={matter.id} onClose={() => setChoosing(false)} />}
    </div>
  );
}
