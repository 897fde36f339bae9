import type { IngestReport } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { Notice } from '../ui/notice.tsx';

/** What went in, and every file that did not, with its reason. */
export function UploadReport({ report }: { report: IngestReport }) {
  const { upload } = useStrings().corpus;
  const counts: [string, number][] = [
    [upload.report.laws, report.laws],
    [upload.report.versions, report.versions],
    [upload.report.provisions, report.provisions],
    [upload.report.cases, report.cases],
    [upload.report.unchanged, report.unchanged],
  ];
  return (
    <section data-testid="upload-report" className="flex flex-col gap-5">
      <Notice tone={report.skipped.length === 0 ? 'ok' : 'warn'} title={upload.done} live>
        {report.skipped.length === 0 ? upload.report.allIn : upload.report.skipped(report.skipped.length)}
        {' · '}
        {upload.report.seconds(Math.round(report.seconds * 10) / 10)}
      </Notice>
      <dl className="panel grid grid-cols-2 gap-y-4 px-6 py-5 sm:grid-cols-5">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt className="text-sm text-faint">{label}</dt>
            <dd className="tabular text-xl font-semibold">{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <FileList
        testId="upload-skipped"
        title={upload.report.skipped(report.skipped.length)}
        rows={report.skipped.map(({ file, reason }) => ({ file, text: reason }))}
      />
      <FileList
        testId="upload-warnings"
        title={upload.report.warnings(report.warnings.length)}
        rows={report.warnings.map(({ file, message }) => ({ file, text: message }))}
      />
    </section>
  );
}

interface FileListProps {
  testId: string;
  title: string;
  rows: { file: string; text: string }[];
}

function FileList({ testId, title, rows }: FileListProps) {
  if (rows.length === 0) return null;
  return (
    <section data-testid={testId}>
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      <ul className="panel max-h-96 overflow-y-auto">
        {rows.map((row) => (
          <li
            key={`${row.file}:${row.text}`}
            className="border-b border-line px-5 py-3 text-sm leading-6 last:border-0"
          >
            <p className="font-medium [overflow-wrap:anywhere]">{row.file}</p>
            <p className="text-soft">{row.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
