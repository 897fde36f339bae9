import { Link, useSearch } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Brand } from '../shell/brand.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export function SignInPage() {
  const { session } = useLanguage().strings;
  const search = useSearch({ from: '/sign-in' });
  usePageTitle(session.signIn);
  return (
    <Frame
      title={session.signIn}
      notice={search.expired ? <Notice tone="warn">{session.expired}</Notice> : null}
      foot={
        <>
          {session.noAccount}
          <Link to="/sign-up" search={search} className="font-medium text-accent hover:underline">
            {session.signUp}
          </Link>
        </>
      }
    >
      <SignInForm next={search.next} />
    </Frame>
  );
}

export function SignUpPage() {
  const { session } = useLanguage().strings;
  const search = useSearch({ from: '/sign-up' });
  usePageTitle(session.signUp);
  return (
    <Frame
      title={session.signUp}
      notice={null}
      foot={
        <>
          {session.haveAccount}
          <Link to="/sign-in" search={search} className="font-medium text-accent hover:underline">
            {session.signIn}
          </Link>
        </>
      }
    >
      <SignUpForm next={search.next} />
    </Frame>
  );
}

interface FrameProps {
  title: string;
  notice: ReactNode;
  foot: ReactNode;
  children: ReactNode;
}

function Frame({ title, notice, foot, children }: FrameProps) {
  const { strings, language, choose } = useLanguage();
  return (
    <main id="content" className="grid min-h-dvh lg:grid-cols-[1fr_minmax(30rem,46%)]">
      <section className="hidden flex-col justify-between border-r border-line bg-sunken p-14 lg:flex">
        <Brand />
        <div className="max-w-xl">
          <p className="text-balance text-3xl font-semibold leading-[1.5] tracking-tight">{strings.session.lead}</p>
          <ul className="mt-8 flex flex-col gap-3 text-soft">
            {strings.session.points.map((point) => (
              <li key={point} className="flex gap-3">
                <Check aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
                {point}
              </li>
            ))}
          </ul>
        </div>
        <p className="text-sm text-faint">{strings.common.tagline}</p>
      </section>
      <section className="flex flex-col px-6 py-8 sm:px-12">
        <div className="flex items-center justify-between lg:justify-end">
          <span className="lg:hidden">
            <Brand />
          </span>
          <button
            type="button"
            onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
            className="rounded-md px-2 py-1 text-sm text-soft hover:text-ink pointer-coarse:py-2.5"
          >
            {language === 'zh' ? 'English' : '简体中文'}
          </button>
        </div>
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 py-10">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {notice}
          {children}
          <p className="flex gap-2 text-sm text-soft">{foot}</p>
        </div>
      </section>
    </main>
  );
}
