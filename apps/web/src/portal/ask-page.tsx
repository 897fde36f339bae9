import { useStrings } from '../language/language.tsx';
import { useMe } from '../session/use-me.ts';
import { usePageTitle } from '../ui/page-title.tsx';
import { AskForm } from './ask-form.tsx';
import { RecentMatters } from './recent-matters.tsx';
import { SafetyLine } from './safety-line.tsx';
import { UploadContract } from './upload-contract.tsx';

export function AskPage() {
  const { portal } = useStrings();
  const me = useMe();
  usePageTitle(portal.nav.ask);
  return (
    <>
      <h1 className="text-[1.75rem] font-semibold leading-snug tracking-tight sm:text-3xl">{portal.ask.title}</h1>
      <p className="mt-3 text-pretty leading-7 text-soft">{portal.ask.lead}</p>
      <AskForm userId={me.id} />
      <div className="mt-4">
        <UploadContract />
      </div>
      <SafetyLine className="mt-6" />
      <RecentMatters />
    </>
  );
}
