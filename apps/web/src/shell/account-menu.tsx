import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, Keyboard, LogOut } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { signOut } from '../api/sign-in.ts';
import { useLanguage } from '../language/language.tsx';
import { useMe } from '../session/use-me.ts';
import { openShortcuts } from '../shortcuts/open-shortcuts.ts';
import { readTheme, storeTheme, type Theme } from '../theme/theme.ts';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

const itemClass =
  'flex h-9 cursor-pointer select-none items-center gap-2 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-sunken pointer-coarse:h-11';
const labelClass = 'px-2.5 pt-2 pb-1 text-xs text-faint';

export function AccountMenu({ side, testId = 'account-menu' }: { side: 'bottom' | 'right'; testId?: string }) {
  const me = useMe();
  const { strings, language, choose } = useLanguage();
  const { common, words } = strings;
  const [theme, setTheme] = useState<Theme>(readTheme);
  const client = useQueryClient();
  const navigate = useNavigate();
  const tell = useToast();
  const errorText = useErrorText();

  const leave = async () => {
    try {
      await signOut();
      await navigate({ to: '/sign-in' });
      client.clear();
    } catch (error) {
      tell(errorText(error), 'danger');
    }
  };

  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={common.menu.account}
        data-testid={testId}
        className="flex items-center justify-center rounded-full p-1"
      >
        <span className="flex size-9 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent hover:brightness-95">
          {Array.from(me.name)[0] ?? '·'}
        </span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side={side}
          align="end"
          sideOffset={8}
          className="anim-fade z-50 min-w-56 rounded-xl border border-line bg-surface p-1.5 shadow-over"
        >
          <div className="px-2.5 py-2">
            <p className="font-medium">{me.name}</p>
            <p className="text-[0.8125rem] text-faint">
              {words.role[me.role]} · {me.email}
            </p>
          </div>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Label className={labelClass}>{common.menu.theme}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => {
              const next = value === 'light' || value === 'dark' ? value : 'system';
              setTheme(next);
              storeTheme(next);
            }}
          >
            {(['system', 'light', 'dark'] as const).map((value) => (
              <Choice key={value} value={value} label={common.themes[value]} />
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Label className={labelClass}>{common.menu.language}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={language} onValueChange={(value) => choose(value === 'en' ? 'en' : 'zh')}>
            <Choice value="zh" label="简体中文" />
            <Choice value="en" label="English" />
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          {me.role !== 'client' && (
            <DropdownMenu.Item className={itemClass} onSelect={openShortcuts}>
              <Keyboard aria-hidden className="size-4 text-faint" />
              {common.menu.shortcuts}
              <kbd className="ml-auto text-xs text-faint">?</kbd>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className={itemClass} onSelect={() => void leave()} data-testid="sign-out">
            <LogOut aria-hidden className="size-4 text-faint" />
            {common.menu.signOut}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Choice({ value, label }: { value: string; label: string }) {
  return (
    <DropdownMenu.RadioItem value={value} className={itemClass} onSelect={(event) => event.preventDefault()}>
      <span className="flex size-4 items-center justify-center">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden className="size-4 text-accent" />
        </DropdownMenu.ItemIndicator>
      </span>
      {label}
    </DropdownMenu.RadioItem>
  );
}
