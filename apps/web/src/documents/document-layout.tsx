import { type ReactNode, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import { Segmented } from '../ui/segmented.tsx';

interface DocumentLayoutProps {
  header: ReactNode;
  notices: ReactNode;
  /** Beside each other where there is room, else one at a time. */
  left: { label: string; content: ReactNode };
  right: { label: string; content: ReactNode };
  foot: ReactNode;
  /** Which of them is in view on a narrow page. */
  shown: 'left' | 'right';
  onShow: (side: 'left' | 'right') => void;
  switchLabel: string;
}

export function useShownSide(first: 'left' | 'right') {
  return useState<'left' | 'right'>(first);
}

export function DocumentLayout(props: DocumentLayoutProps) {
  const { header, notices, left, right, foot, shown, onShow, switchLabel } = props;
  const side = (name: 'left' | 'right', content: ReactNode) => (
    <div
      className={classNames(
        'min-h-0 min-w-0 lg:block lg:overflow-y-auto',
        name === 'right' && 'border-line lg:border-l',
        shown === name ? 'block' : 'hidden',
      )}
    >
      {content}
    </div>
  );
  return (
    <div className="flex flex-col lg:h-dvh">
      {header}
      <div className="flex max-h-[40dvh] shrink-0 flex-col gap-2 overflow-y-auto px-4 pt-4 empty:hidden lg:px-6 lg:pb-1">
        {notices}
      </div>
      <div className="border-b border-line px-4 py-2 lg:hidden">
        <Segmented
          label={switchLabel}
          value={shown}
          onChange={onShow}
          className="w-full"
          options={[
            { value: 'left', label: left.label },
            { value: 'right', label: right.label },
          ]}
        />
      </div>
      <div className="grid min-h-0 flex-1 lg:grid-cols-2 lg:grid-rows-[minmax(0,1fr)]">
        {side('left', left.content)}
        {side('right', right.content)}
      </div>
      {foot}
    </div>
  );
}
