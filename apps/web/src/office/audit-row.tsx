import type { AuditEntry } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { useStrings } from '../language/language.tsx';
import { ExactTime } from '../ui/time.tsx';
import { AuditDetails } from './audit-details.tsx';
import { useActionWord } from './use-action-word.ts';
import { useRoleWord } from './use-role-word.ts';

export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { office } = useStrings();
  const actionWord = useActionWord();
  const roleWord = useRoleWord();
  return (
    <tr data-action={entry.action} className="border-b border-line align-top last:border-0">
      <td className="px-5 py-3 whitespace-nowrap text-soft">
        <ExactTime at={entry.at} className="tabular" />
      </td>
      <td className="px-5 py-3 whitespace-nowrap">
        {entry.actorName}
        {roleWord(entry.actorRole) !== entry.actorName && (
          <span className="block text-[0.8125rem] text-faint">{roleWord(entry.actorRole)}</span>
        )}
      </td>
      <td className="px-5 py-3 whitespace-nowrap font-medium">{actionWord(entry.action)}</td>
      <td className="min-w-56 px-5 py-3">
        {entry.matterId ? (
          <Link to="/desk/$matterId" params={{ matterId: entry.matterId }} className="text-accent hover:underline">
            {office.audit.openMatter}
          </Link>
        ) : (
          <code className="text-[0.8125rem] text-faint">{entry.subjectId}</code>
        )}
        <AuditDetails details={entry.details} />
      </td>
    </tr>
  );
}
