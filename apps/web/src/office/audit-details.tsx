import { useStrings } from '../language/language.tsx';

/** What else an audit entry recorded, as name and value. */
export function AuditDetails({ details }: { details: Record<string, unknown> }) {
  const { office } = useStrings();
  const entries = Object.entries(details).filter(([, value]) => value !== null && value !== '');
  if (entries.length === 0) return null;
  return (
    <details className="text-[0.8125rem]">
      <summary className="text-faint marker:text-faint">{office.audit.details}</summary>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 leading-6">
        {entries.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
