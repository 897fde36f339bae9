import type { LawDetail, LawVersion } from '@lutai/contracts';
import { datesText } from '../citations/effective-dates.ts';
import { ForceBadge } from '../citations/force-badge.tsx';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { controlBase } from '../ui/field.tsx';

/** Title, level, issuer and dates of the text shown, and the other texts of the same law. */
export function LawHead({ detail, onVersion }: { detail: LawDetail; onVersion: (versionId: string) => void }) {
  const strings = useStrings();
  const { corpus, words } = strings;
  const { law, version, versions } = detail;
  const name = (each: LawVersion) =>
    `${datesText(each, strings)}${each.promulgatedOn ? `（${corpus.law.promulgated(each.promulgatedOn)}）` : ''}`;
  return (
    <header className="mb-5">
      <h1 lang="zh-CN" className="text-2xl font-semibold leading-snug tracking-tight">
        {law.title}
      </h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-faint">
        <Badge>{words.lawLevel[law.level]}</Badge>
        <ForceBadge {...version} />
        {law.issuer && <span>{law.issuer}</span>}
        {version.promulgatedOn && <span className="tabular">{corpus.law.promulgated(version.promulgatedOn)}</span>}
        <span className="tabular" title={corpus.law.source(words.dateSource[version.effectiveFromSource])}>
          {datesText(version, strings)}
        </span>
        <span className="tabular">{corpus.law.showing(detail.provisions.length)}</span>
      </div>
      {versions.length > 1 && (
        <label className="mt-4 flex flex-wrap items-center gap-3 text-sm">
          <span className="text-soft">{corpus.law.version}</span>
          <select
            value={version.id}
            onChange={(event) => onVersion(event.target.value)}
            className={`${controlBase} h-9 max-w-full text-sm`}
          >
            {versions.map((each) => (
              <option key={each.id} value={each.id}>
                {name(each)}
              </option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}
