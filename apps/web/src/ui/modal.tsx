import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useStrings } from '../language/language.tsx';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

interface ModalProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  /** `side` slides in from the right and leaves the page in view; on phones both fill the screen's foot. */
  shape?: 'centre' | 'wide' | 'side';
  testId?: string;
}

const shapes = {
  centre:
    'inset-x-0 bottom-0 sm:inset-auto sm:left-1/2 sm:top-1/2 sm:w-[min(92vw,30rem)] sm:-translate-1/2 rounded-t-2xl sm:rounded-2xl max-h-[88dvh] anim-rise',
  wide: 'inset-x-0 bottom-0 sm:inset-auto sm:left-1/2 sm:top-1/2 sm:w-[min(94vw,48rem)] sm:-translate-1/2 rounded-t-2xl sm:rounded-2xl max-h-[90dvh] anim-rise',
  side: 'inset-x-0 bottom-0 rounded-t-2xl max-h-[85dvh] sm:inset-y-0 sm:left-auto sm:right-0 sm:w-[min(92vw,32rem)] sm:max-h-none sm:rounded-none sm:rounded-l-2xl anim-rise sm:anim-slide',
};

export function Modal({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  shape = 'centre',
  testId,
}: ModalProps) {
  const strings = useStrings();
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 anim-fade bg-black/35 dark:bg-black/60" />
        <Dialog.Content
          data-testid={testId}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives the focus back to its own triggers only, and these dialogs are opened by other means.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'fixed z-50 flex flex-col border border-line bg-surface shadow-over outline-none',
            shapes[shape],
          )}
        >
          <header className="flex items-start gap-3 px-6 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-lg font-semibold leading-7">{title}</Dialog.Title>
              {description && (
                <Dialog.Description className="mt-1 text-sm leading-6 text-soft">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <IconButton label={strings.common.close} className="-mr-2">
                <X aria-hidden className="size-5" />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pb-6">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-4">
              {footer}
            </footer>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
