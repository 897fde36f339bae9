import { Link, useRouter } from '@tanstack/react-router';
import { FileQuestion, LockKeyhole } from 'lucide-react';
import { RequestError } from '../api/request-error.ts';
import { useStrings } from '../language/language.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';

function HomeLink({ label }: { label: string }) {
  return (
    <Link to="/" className={buttonClass('secondary')}>
      {label}
    </Link>
  );
}

export function NotFoundPage() {
  const { notFound } = useStrings().common;
  usePageTitle(notFound.title);
  return (
    <Empty icon={<FileQuestion aria-hidden />} title={notFound.title} action={<HomeLink label={notFound.home} />}>
      {notFound.body}
    </Empty>
  );
}

export function ForbiddenPage() {
  const { forbidden } = useStrings().common;
  usePageTitle(forbidden.title);
  return (
    <Empty icon={<LockKeyhole aria-hidden />} title={forbidden.title} action={<HomeLink label={forbidden.home} />}>
      {forbidden.body}
    </Empty>
  );
}

export function WaitingPage() {
  return (
    <div className="mx-auto w-full max-w-2xl px-6 py-12">
      <SkeletonLines lines={5} />
    </div>
  );
}

/** A request that failed before the page could be shown, or a fault of the page itself. */
export function CrashPage({ error }: { error: unknown }) {
  const router = useRouter();
  const { common } = useStrings();
  if (error instanceof RequestError) return <ErrorState error={error} onRetry={() => void router.invalidate()} />;
  return (
    <Empty title={common.crash.title} action={<Button onClick={() => location.reload()}>{common.reload}</Button>}>
      {common.crash.body}
    </Empty>
  );
}
