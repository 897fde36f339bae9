import { z } from 'zod';
import { type SendOptions, sendForm } from './send-form.ts';

const accepted = z.object({ jobId: z.string() });

/** Sends files for ingestion; answers with the job that reads them. */
export async function uploadFiles(
  input: { files: readonly File[]; kind: 'laws' | 'cases' },
  options: SendOptions,
): Promise<string> {
  const form = new FormData();
  // A file of a chosen folder is told apart from its namesakes by its path.
  for (const file of input.files) form.append('files', file, file.webkitRelativePath || file.name);
  const { jobId } = await sendForm(accepted, `/api/corpus/ingest?kind=${input.kind}`, form, options);
  return jobId;
}
