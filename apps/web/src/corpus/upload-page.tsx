import { getRouteApi } from '@tanstack/react-router';
import { useStrings } from '../language/language.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { CorpusFrame } from './corpus-frame.tsx';
import { UploadForm } from './upload-form.tsx';
import { UploadJob } from './upload-job.tsx';

const route = getRouteApi('/signed-in/upload-part/corpus/upload');

/** The job's id is in the address: the page may be left or reloaded while the files are being read. */
export function UploadPage() {
  const { corpus } = useStrings();
  const { job } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CorpusFrame>
      <div className="mx-auto max-w-3xl">
        <PageHead title={corpus.upload.title} lead={corpus.upload.lead} />
        {job === undefined ? (
          <UploadForm onStarted={(jobId) => void navigate({ search: { job: jobId } })} />
        ) : (
          <UploadJob jobId={job} onAgain={() => void navigate({ search: {} })} />
        )}
      </div>
    </CorpusFrame>
  );
}
