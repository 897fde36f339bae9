import { useRef, useState } from 'react';
import { useStrings } from '../../language/language.tsx';
import { classNames } from '../../ui/class-names.ts';

/** A page in a frame. Another page is loaded behind it and takes its place where the reader was, without a flicker. */
export function PreviewFrame({ html, title }: { html: string; title: string }) {
  const { documents } = useStrings();
  const [front, setFront] = useState({ number: 0, html });
  const shown = useRef<HTMLIFrameElement>(null);
  const next = html === front.html ? [] : [{ number: front.number + 1, html }];
  return (
    <div className="relative min-h-[75dvh] w-full flex-1 overflow-hidden rounded-lg border border-line bg-white lg:min-h-0">
      {[front, ...next].map((page) => {
        const isFront = page === front;
        return (
          <iframe
            key={page.number}
            ref={isFront ? shown : undefined}
            title={isFront ? title : documents.panes.preview}
            // No scripts and no forms; its origin is ours only so that this page can set how far it is scrolled.
            sandbox="allow-same-origin"
            srcDoc={page.html}
            aria-hidden={isFront ? undefined : true}
            tabIndex={isFront ? undefined : -1}
            data-testid={isFront ? 'document-preview' : undefined}
            onLoad={({ currentTarget }) => {
              if (isFront) return;
              const top = shown.current?.contentDocument?.scrollingElement?.scrollTop ?? 0;
              currentTarget.contentDocument?.scrollingElement?.scrollTo(0, top);
              setFront(page);
            }}
            className={classNames('absolute inset-0 size-full', !isFront && 'pointer-events-none opacity-0')}
          />
        );
      })}
    </div>
  );
}
